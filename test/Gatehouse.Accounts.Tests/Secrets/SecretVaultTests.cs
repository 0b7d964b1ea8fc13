using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>AU-211, AU-213 and AU-215.</summary>
public sealed class SecretVaultTests
{
    private const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    private const string Plain = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private readonly Keys keys = new();

    [Fact]
    public async Task What_is_sealed_opens()
    {
        var vault = await keys.OpenVault();

        Assert.True(vault.TryOpen(Seal(vault), SecretKind.AccessKey, Keys.Account, KeyId, 1, out var secret));

        using (secret)
        {
            Assert.Equal(Plain, Encoding.UTF8.GetString(secret.Bytes));
        }
    }

    [Fact]
    public async Task It_opens_only_as_what_it_was_sealed_as()
    {
        var vault = await keys.OpenVault();
        await vault.PrepareAsync("999999999999", Keys.Patience);
        var box = Seal(vault);

        Assert.False(vault.TryOpen(box, SecretKind.TotpSeed, Keys.Account, KeyId, 1, out _));
        Assert.False(vault.TryOpen(box, SecretKind.AccessKey, "999999999999", KeyId, 1, out _));
        Assert.False(vault.TryOpen(box, SecretKind.AccessKey, Keys.Account, "AKIAIOSFODNN7EXAMPLF", 1, out _));
        Assert.False(vault.TryOpen(box, SecretKind.AccessKey, Keys.Account, KeyId, 2, out _));

        // Words have their lengths before them: moved across a border they are others.
        Assert.False(vault.TryOpen(vault.Seal(SecretKind.AccessKey, Keys.Account, "ab", 1, "x"u8), SecretKind.AccessKey, Keys.Account + "a", "b", 1, out _));
    }

    [Fact]
    public async Task Any_change_of_it_keeps_it_shut()
    {
        var vault = await keys.OpenVault();
        await vault.PrepareAsync("999999999999", Keys.Patience);
        var box = Seal(vault);
        var other = Seal(vault);
        SealedSecret[] changed =
        [
            box with { Dek = "999999999999.1" },
            box with { Dek = Keys.Account + ".2" },
            box with { Dek = "" },
            box with { Nonce = other.Nonce },
            box with { Ciphertext = other.Ciphertext },
            box with { Tag = other.Tag },
            box with { Tag = "" },
            box with { Nonce = "" },
            box with { Ciphertext = "" },
            box with { Nonce = box.Nonce + "AAAA" },
            box with { Tag = box.Tag[..^4] },
            box with { Tag = "no base64, but long as one" },
            box with { Ciphertext = box.Ciphertext[..^4] },
            box with { Ciphertext = new('A', 1_000_000) },
        ];

        Assert.All(changed, one => Assert.False(vault.TryOpen(one, SecretKind.AccessKey, Keys.Account, KeyId, 1, out _)));
    }

    [Fact]
    public async Task It_is_sealed_differently_each_time()
    {
        var vault = await keys.OpenVault();

        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => Seal(vault).Nonce).Distinct().Count());
        Assert.NotEqual(Seal(vault).Ciphertext, Seal(vault).Ciphertext);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(SecretVault.MaxLength)]
    public async Task Secrets_of_any_length_up_to_the_limit_are_sealed(int length)
    {
        var vault = await keys.OpenVault();
        var box = vault.Seal(SecretKind.SamlPrivateKey, Keys.Account, "k", 1, new byte[length]);

        Assert.True(vault.TryOpen(box, SecretKind.SamlPrivateKey, Keys.Account, "k", 1, out var secret));
        Assert.Equal(length, secret.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => vault.Seal(SecretKind.SamlPrivateKey, Keys.Account, "k", 1, new byte[SecretVault.MaxLength + 1]));
    }

    [Fact]
    public async Task A_sealed_secret_goes_through_JSON_and_a_new_start()
    {
        var box = Seal(await keys.OpenVault());
        var json = JsonSerializer.Serialize(box, JsonSerializerOptions.Web);
        Assert.Equal($$"""{"dek":"{{Keys.Account}}.1","nonce":"{{box.Nonce}}","ciphertext":"{{box.Ciphertext}}","tag":"{{box.Tag}}"}""", json.Replace("\\u002B", "+", StringComparison.Ordinal));

        var started = await keys.OpenVault();

        Assert.True(started.TryOpen(JsonSerializer.Deserialize<SealedSecret>(json, JsonSerializerOptions.Web)!, SecretKind.AccessKey, Keys.Account, KeyId, 1, out _));
    }

    [Fact]
    public async Task Nothing_of_the_secret_shows_in_what_is_kept()
    {
        var vault = await keys.OpenVault();
        var kept = Seal(vault) + await keys.Written();

        foreach (var form in Forms(Encoding.UTF8.GetBytes(Plain)))
        {
            Assert.DoesNotContain(form, kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_account_that_was_not_prepared_can_neither_seal_nor_open()
    {
        var vault = await keys.OpenVault();
        var box = Seal(vault);
        var fresh = new SecretVault(await keys.Open());

        Assert.Throws<InvalidOperationException>(() => Seal(fresh));
        Assert.False(fresh.TryOpen(box, SecretKind.AccessKey, Keys.Account, KeyId, 1, out _));
        await fresh.PrepareAsync(Keys.Account, Keys.Patience);
        Assert.True(fresh.TryOpen(box, SecretKind.AccessKey, Keys.Account, KeyId, 1, out _));
    }

    private static SealedSecret Seal(SecretVault vault) => vault.Seal(SecretKind.AccessKey, Keys.Account, KeyId, 1, Encoding.UTF8.GetBytes(Plain));

    private static IEnumerable<string> Forms(byte[] secret)
    {
        yield return Encoding.UTF8.GetString(secret)[..12];
        yield return Convert.ToBase64String(secret)[..16];
        yield return Convert.ToHexString(secret)[..24];
    }
}
