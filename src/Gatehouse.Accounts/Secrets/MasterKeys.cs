using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Master keys held by the process: from the environment, or from a file in the data folder (AU-212).</summary>
/// <remarks>
/// The first key wraps; all of them unwrap. To rotate, put a new key before the old one and start again: everything
/// is wrapped anew in the background, and then the old key may go.
/// </remarks>
public sealed class MasterKeys : IKeyEncryptionKeyProvider
{
    /// <summary>The environment variable that holds the keys: base64 of 32 bytes each, the current one first, older ones after a comma.</summary>
    public const string EnvironmentVariable = "GATEHOUSE_MASTER_KEY";

    /// <summary>The file's name in the data folder; one key a line, the current one first, <c>#</c> begins a comment.</summary>
    public const string FileName = "master.key";

    private readonly ImmutableArray<(string Id, Secret Key)> keys;
    private readonly Lock gate = new();
    private readonly string? unwritten;

    private MasterKeys(ImmutableArray<(string Id, Secret Key)> keys, string? unwritten = null) => (this.keys, this.unwritten) = (keys, unwritten);

    /// <inheritdoc/>
    public string CurrentId => keys[0].Id;

    /// <summary>The file that was made for a new key, with the first key it wrapped; null when none was. The operator must hear of it, and back it up.</summary>
    public string? MadeFile { get; private set; }

    /// <summary>Reads the master keys of a data folder; when there is none, a new key's file is made with the first use of it.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <param name="environment">The value of <see cref="EnvironmentVariable"/>; null when not set.</param>
    /// <returns>The keys of the environment and then those of the file, so that what the file's key wrapped still opens.</returns>
    /// <exception cref="MasterKeyException">A key cannot be read, or its file may be read by others.</exception>
    public static MasterKeys Open(string folder, string? environment)
    {
        var path = Path.Combine(folder, FileName);
        var given = environment is null ? [] : Read(environment.Split(','), $"The environment variable {EnvironmentVariable}");
        var kept = File.Exists(path) ? Read(ReadFile(path), $"The file '{path}'") : [];
        return given.Length + kept.Length > 0 ? new([.. given, .. kept]) : new([New()], path);
    }

    /// <summary>Makes a key that lives as long as the process, for a store that does too.</summary>
    public static MasterKeys Ephemeral() => new([New()]);

    /// <inheritdoc/>
    public bool Knows(string id) => Find(id) is not null;

    /// <inheritdoc/>
    /// <exception cref="MasterKeyException">The new key's file cannot be made.</exception>
    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancel)
    {
        // INVARIANT: nothing is wrapped with a key that is not on the disk.
        MakeFile();
        return ValueTask.FromResult(new WrappedKey(CurrentId, Envelope.Seal(keys[0].Key, key.Span, context.Span)));
    }

    /// <inheritdoc/>
    public ValueTask<Secret?> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancel) =>
        ValueTask.FromResult(Find(wrapped.Kek) is { } key ? Envelope.Open(key, wrapped.Bytes, context.Span) : null);

    private static (string Id, Secret Key) New() => Named(Secret.OfRandom(Envelope.KeySize));

    /// <summary>A key's id follows from the key and tells nothing of it, so that an operator need not keep ids.</summary>
    private static (string Id, Secret Key) Named(Secret key) =>
        (Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, "gatehouse/master-key-id"u8).AsSpan(0, 8)), key);

    private static (string Id, Secret Key)[] Read(string[] texts, string source) => texts.Select(text => Named(Read(text, source))).DistinctBy(static key => key.Id).ToArray() switch
    {
        [] => throw new MasterKeyException($"{source} holds no master key. It must hold base64 of {Envelope.KeySize} bytes."),
        var keys => keys,
    };

    private static Secret Read(string text, string source)
    {
        var bytes = new byte[Envelope.KeySize + 1];
        var right = Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Envelope.KeySize;
        var key = new Secret(bytes.AsSpan(0, Envelope.KeySize));
        CryptographicOperations.ZeroMemory(bytes);
        return right ? key : throw new MasterKeyException($"{source} holds a master key that cannot be read. A master key is base64 of {Envelope.KeySize} bytes.");
    }

    private static string[] ReadFile(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
            {
                throw new MasterKeyException($"The file '{path}' holds the master key and may be used by others than its owner. Run: chmod 600 '{path}'");
            }

            return [.. File.ReadAllLines(path).Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The file '{path}' holds the master key and cannot be read: {failed.Message}", failed);
        }
    }

    private Secret? Find(string id) => keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal)).Key;

    private void MakeFile()
    {
        if (unwritten is null)
        {
            return;
        }

        lock (gate)
        {
            if (MadeFile is null)
            {
                Write(unwritten, $"# The master key of this Gatehouse. Without it nothing that is sealed in the store opens. Keep a copy elsewhere.\n{Convert.ToBase64String(keys[0].Key.Bytes)}\n");
                MadeFile = unwritten;
            }
        }
    }

    /// <summary>Whole or not at all: a file that a crash left half-written has another name.</summary>
    private static void Write(string path, string text)
    {
        try
        {
            var mine = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var half = path + ".new";
            File.Delete(half);
            using (var file = new FileStream(half, mine))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: false);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The file '{path}' for the master key cannot be made: {failed.Message}", failed);
        }
    }
}
