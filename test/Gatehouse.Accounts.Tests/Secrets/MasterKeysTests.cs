using System.Text;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>AU-212.</summary>
public sealed class MasterKeysTests : IDisposable
{
    private const string One = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Two = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private static readonly byte[] Context = Encoding.UTF8.GetBytes("for this");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-keys-");

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string KeyFile => Path.Combine(folder.FullName, MasterKeys.FileName);

    [Fact]
    public async Task A_key_that_was_wrapped_is_unwrapped_for_the_same_context_only()
    {
        var masters = MasterKeys.Ephemeral();
        byte[] key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

        var wrapped = await masters.WrapAsync(key, Context, Patience);

        Assert.Equal(masters.CurrentId, wrapped.Kek);
        Assert.Equal(-1, wrapped.Bytes.AsSpan().IndexOf(key.AsSpan(0, 8)));
        Assert.Equal(key, await Unwrap(masters, wrapped));
        Assert.Null(await masters.UnwrapAsync(wrapped, "for that"u8.ToArray(), Patience));
        Assert.Null(await masters.UnwrapAsync(wrapped with { Kek = "0000000000000000" }, Context, Patience));
        Assert.Null(await masters.UnwrapAsync(wrapped with { Bytes = [] }, Context, Patience));
        for (var i = 0; i < wrapped.Bytes.Length; i++)
        {
            var changed = wrapped.Bytes.ToArray();
            changed[i] ^= 1;
            Assert.Null(await masters.UnwrapAsync(wrapped with { Bytes = changed }, Context, Patience));
        }
    }

    [Fact]
    public async Task A_key_is_wrapped_differently_each_time()
    {
        var masters = MasterKeys.Ephemeral();

        Assert.NotEqual((await masters.WrapAsync(new byte[32], Context, Patience)).Bytes, (await masters.WrapAsync(new byte[32], Context, Patience)).Bytes);
    }

    [Fact]
    public async Task The_file_of_a_new_key_is_made_with_its_first_use_and_for_its_owner_alone()
    {
        var masters = MasterKeys.Open(folder.FullName, null);
        Assert.False(File.Exists(KeyFile));
        Assert.Null(masters.MadeFile);

        var wrapped = await masters.WrapAsync(new byte[32], Context, Patience);

        Assert.Equal(KeyFile, masters.MadeFile);
        Assert.Equal([KeyFile], Directory.GetFiles(folder.FullName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }

        var again = MasterKeys.Open(folder.FullName, null);
        Assert.Equal(masters.CurrentId, again.CurrentId);
        Assert.Null(again.MadeFile);
        Assert.Equal(new byte[32], await Unwrap(again, wrapped));
        await again.WrapAsync(new byte[32], Context, Patience);
        Assert.Null(again.MadeFile);
    }

    [Fact]
    public async Task A_file_left_half_written_by_a_crash_is_no_hindrance()
    {
        await File.WriteAllTextAsync(KeyFile + ".new", "half", Patience);

        var masters = MasterKeys.Open(folder.FullName, null);
        await masters.WrapAsync(new byte[32], Context, Patience);

        Assert.Equal(masters.CurrentId, MasterKeys.Open(folder.FullName, null).CurrentId);
    }

    [Fact]
    public async Task The_key_of_the_environment_wraps_and_needs_no_file()
    {
        var masters = MasterKeys.Open(folder.FullName, One);
        await masters.WrapAsync(new byte[32], Context, Patience);

        Assert.Equal(MasterKeys.Open(folder.FullName, " " + One + "\n").CurrentId, masters.CurrentId);
        Assert.NotEqual(MasterKeys.Open(folder.FullName, Two).CurrentId, masters.CurrentId);
        Assert.Empty(Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task The_first_of_several_keys_wraps_and_all_of_them_unwrap()
    {
        var old = MasterKeys.Open(folder.FullName, One);
        var wrapped = await old.WrapAsync(new byte[32], Context, Patience);

        var both = MasterKeys.Open(folder.FullName, $"{Two}, {One}");

        Assert.Equal(MasterKeys.Open(folder.FullName, Two).CurrentId, both.CurrentId);
        Assert.True(both.Knows(old.CurrentId));
        Assert.False(MasterKeys.Open(folder.FullName, Two).Knows(old.CurrentId));
        Assert.Equal(new byte[32], await Unwrap(both, wrapped));
    }

    [Fact]
    public async Task A_key_of_the_environment_comes_before_that_of_the_file_which_still_unwraps()
    {
        await MasterKeys.Open(folder.FullName, null).WrapAsync(new byte[32], Context, Patience);
        var file = MasterKeys.Open(folder.FullName, null);

        var both = MasterKeys.Open(folder.FullName, One);

        Assert.Equal(MasterKeys.Open(Path.Combine(folder.FullName, "none"), One).CurrentId, both.CurrentId);
        Assert.True(both.Knows(file.CurrentId));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("no base64!")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    [InlineData(One + "," + "short")]
    [InlineData(One + ",")]
    public void A_key_that_cannot_be_read_stops_the_start_and_is_not_shown(string given)
    {
        var refusal = Assert.Throws<MasterKeyException>(() => MasterKeys.Open(folder.FullName, given));

        Assert.Equal("The environment variable GATEHOUSE_MASTER_KEY holds a master key that cannot be read. A master key is base64 of 32 bytes.", refusal.Message);
    }

    [Fact]
    public async Task A_file_without_a_key_stops_the_start()
    {
        await WriteFile("# nothing\n\n");

        var refusal = Assert.Throws<MasterKeyException>(() => MasterKeys.Open(folder.FullName, null));

        Assert.Equal($"The file '{KeyFile}' holds no master key. It must hold base64 of 32 bytes.", refusal.Message);
    }

    [Fact]
    public async Task A_file_that_others_may_read_stops_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes there.");
        await WriteFile(One);
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
#pragma warning restore CA1416

        var refusal = Assert.Throws<MasterKeyException>(() => MasterKeys.Open(folder.FullName, null));

        Assert.Equal($"The file '{KeyFile}' holds the master key and may be used by others than its owner. Run: chmod 600 '{KeyFile}'", refusal.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<byte[]> Unwrap(MasterKeys masters, WrappedKey wrapped)
    {
        using var key = await masters.UnwrapAsync(wrapped, Context, Patience);
        return key!.Bytes.ToArray();
    }

    private async Task WriteFile(string text)
    {
        await File.WriteAllTextAsync(KeyFile, text, Patience);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
