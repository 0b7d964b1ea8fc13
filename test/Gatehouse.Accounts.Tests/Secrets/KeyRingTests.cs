using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>AU-212, AU-213 and AU-214; the session keys' rules are in the tests of their tokens.</summary>
public sealed class KeyRingTests
{
    private const string Old = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string New = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private readonly Keys keys = new();

    [Fact]
    public async Task The_first_start_makes_an_id_and_keys_and_the_next_one_finds_them()
    {
        var first = await keys.Open();
        var written = await keys.Written();

        var second = await keys.Open();

        Assert.Matches("^[0-9a-f]{32}$", first.DeploymentId);
        Assert.Equal(first.DeploymentId, second.DeploymentId);
        Assert.Equal(written, await keys.Written());
        Assert.NotEqual(first.DeploymentId, (await new Keys().Open()).DeploymentId);
    }

    [Fact]
    public async Task Nodes_that_start_together_agree_on_one_set_of_keys()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(keys.Open)));

        Assert.Single(rings.Select(static ring => ring.DeploymentId).Distinct());
        Assert.Single(await keys.Rows("session-key"));
    }

    [Fact] // [AU-810]
    public async Task The_key_that_signs_identity_documents_is_made_once_when_it_is_asked_for_and_lies_sealed()
    {
        var vault = await keys.OpenVault();
        Assert.Null(vault.InstanceIdentityCertificate);
        var others = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => keys.OpenVault()))).ToArray();

        using var first = await vault.InstanceIdentityAsync(Keys.Patience);
        foreach (var other in others)
        {
            using var same = await other.InstanceIdentityAsync(Keys.Patience);
            Assert.Equal(first.RawData, same.RawData);
            Assert.Equal(vault.InstanceIdentityCertificate, other.InstanceIdentityCertificate);
        }

        // Another start finds it, as it finds the others.
        using var again = await (await keys.OpenVault()).InstanceIdentityAsync(Keys.Patience);
        Assert.Equal(first.RawData, again.RawData);
        using var key = again.GetRSAPrivateKey()!;
        var row = Assert.Single(await keys.Rows("instance-identity"));

        // From the private exponent: what comes before it is the public key, which the certificate in the row may show.
        Assert.DoesNotContain(Convert.ToBase64String(key.ExportPkcs8PrivateKey())[500..540], row.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_that_prepare_one_account_together_agree_on_one_data_key()
    {
        var vaults = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keys.Open()))).Select(static ring => new SecretVault(ring)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => await vaults[i % 4].PrepareAsync($"00000000000{i % 5}", Keys.Patience))));

        var rows = await keys.Rows("dek");
        Assert.Equal(["000000000000.1", "000000000001.1", "000000000002.1", "000000000003.1", "000000000004.1", "installation.1"], rows.Keys.Order(StringComparer.Ordinal));
        var box = vaults[0].Seal(SecretKind.AccessKey, "000000000000", "k", 1, "x"u8);
        Assert.All(vaults, vault => Assert.True(vault.TryOpen(box, SecretKind.AccessKey, "000000000000", "k", 1, out _)));
    }

    [Fact]
    public async Task A_store_whose_master_key_is_missing_is_refused_and_no_other_key_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-keys-");
        try
        {
            var right = keys.Masters;
            await keys.OpenVault();
            keys.Masters = MasterKeys.Open(folder.FullName, null);

            var refusal = await Assert.ThrowsAsync<MasterKeyException>(keys.Open);

            Assert.Equal(
                $"The store holds keys that the master key {right.CurrentId} has wrapped, and it is not among those given. Put the file master.key "
                + "that belongs to this store back into its data folder, or set GATEHOUSE_MASTER_KEY to that key.",
                refusal.Message);
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_new_master_key_wraps_all_data_keys_anew_and_then_the_old_one_may_go()
    {
        keys.Masters = MasterKeys.Open("none", Old);
        var vault = await keys.OpenVault();
        var box = vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "secret"u8);
        for (var i = 0; i < 250; i++)
        {
            await vault.PrepareAsync($"{i:d12}", Keys.Patience);
        }

        var (onlyOld, onlyNew) = (keys.Masters, MasterKeys.Open("none", New));
        keys.Masters = onlyNew;
        await Assert.ThrowsAsync<MasterKeyException>(keys.Open);

        keys.Masters = MasterKeys.Open("none", $"{New},{Old}");
        var ring = await keys.Open();
        Assert.Equal(
            [$"Wrapped 100 data keys under the master key {onlyNew.CurrentId}.", $"Wrapped 100 data keys under the master key {onlyNew.CurrentId}.", $"Wrapped 52 data keys under the master key {onlyNew.CurrentId}."],
            await ring.TendAsync(Keys.Patience));
        Assert.Empty(await ring.TendAsync(Keys.Patience));

        keys.Masters = onlyNew;
        Assert.True((await keys.OpenVault()).TryOpen(box, SecretKind.AccessKey, Keys.Account, "k", 1, out var secret));
        Assert.True(secret.Matches("secret"u8));
        keys.Masters = onlyOld;
        await Assert.ThrowsAsync<MasterKeyException>(keys.Open);
    }

    [Fact]
    public async Task Wrapping_anew_goes_on_where_it_was_stopped()
    {
        keys.Masters = MasterKeys.Open("none", Old);
        var vault = await keys.OpenVault();
        for (var i = 0; i < 150; i++)
        {
            await vault.PrepareAsync($"{i:d12}", Keys.Patience);
        }

        keys.Masters = MasterKeys.Open("none", $"{New},{Old}");
        using var stop = new CancellationTokenSource();
        var tending = (await keys.Open()).TendAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Task.WhenAny(tending);

        await (await keys.Open()).TendAsync(Keys.Patience);
        keys.Masters = MasterKeys.Open("none", New);
        await keys.Open();
    }

    [Fact]
    public async Task A_new_data_key_seals_what_is_new_and_the_old_one_still_opens()
    {
        var ring = await keys.Open();
        var vault = new SecretVault(ring);
        await vault.PrepareAsync(Keys.Account, Keys.Patience);
        var before = vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8);
        Assert.False(vault.IsStale(before, Keys.Account));

        await ring.RotateDataKeyAsync(Keys.Account, Keys.Patience);

        var after = vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8);
        Assert.Equal((Keys.Account + ".1", Keys.Account + ".2"), (before.Dek, after.Dek));
        Assert.True(vault.IsStale(before, Keys.Account));
        Assert.False(vault.IsStale(after, Keys.Account));
        foreach (var one in (SecretVault[])[vault, await keys.OpenVault()])
        {
            Assert.True(one.TryOpen(before, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
            Assert.True(one.TryOpen(after, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
        }
    }

    [Fact]
    public async Task A_data_key_seals_for_a_year_and_then_has_a_successor() // [AU-214]
    {
        var ring = await keys.Open();
        var vault = new SecretVault(ring);
        await vault.PrepareAsync(Keys.Account, Keys.Patience);
        var before = vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8);
        keys.Clock.Advance(TimeSpan.FromDays(364));
        Assert.DoesNotContain(await ring.TendAsync(Keys.Patience), static done => done.Contains("data keys", StringComparison.Ordinal));

        keys.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Made 2 data keys: those before them had served a year, and only open what they sealed.", await ring.TendAsync(Keys.Patience));

        Assert.Equal(Keys.Account + ".2", vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8).Dek);
        Assert.True(vault.TryOpen(before, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
        Assert.Empty(await ring.TendAsync(Keys.Patience));
        Assert.True((await keys.OpenVault()).TryOpen(before, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
    }

    [Fact]
    public async Task Another_node_sees_a_new_data_key_when_it_reads_again()
    {
        var (here, there) = (await keys.Open(), await keys.Open());
        var vaults = (Here: new SecretVault(here), There: new SecretVault(there));
        await vaults.Here.PrepareAsync(Keys.Account, Keys.Patience);
        await vaults.There.PrepareAsync(Keys.Account, Keys.Patience);
        await here.RotateDataKeyAsync(Keys.Account, Keys.Patience);
        var box = vaults.Here.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8);
        Assert.False(vaults.There.TryOpen(box, SecretKind.AccessKey, Keys.Account, "k", 1, out _));

        await there.ReloadAsync(Keys.Patience);

        Assert.True(vaults.There.TryOpen(box, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
        Assert.Equal(box.Dek, vaults.There.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8).Dek);
    }

    [Fact]
    public async Task Data_keys_that_were_exchanged_do_not_open()
    {
        var vault = await keys.OpenVault();
        await vault.PrepareAsync("999999999999", Keys.Patience);
        var rows = await keys.Rows("dek");
        var (mine, other) = (rows[Keys.Account + ".1"], rows["999999999999.1"]);
        var version = (await keys.Store.LoadAsync(KeyRing.Stream, Keys.Patience)).Version;
        var box = vault.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8);

        // The wrapped key of the one account under the name of the other.
        var swapped = other.Replace("\"999999999999\"", $"\"{Keys.Account}\"", StringComparison.Ordinal);
        Assert.NotEqual(mine, swapped);
        Assert.True(await keys.Store.AppendAsync(KeyRing.Stream, version, [Row.Put("dek", Keys.Account + ".1", Encoding.UTF8.GetBytes(swapped))], Keys.Patience));

        var fresh = await keys.OpenVault();
        Assert.False(fresh.TryOpen(box, SecretKind.AccessKey, Keys.Account, "k", 1, out _));
        Assert.Throws<InvalidOperationException>(() => fresh.Seal(SecretKind.AccessKey, Keys.Account, "k", 1, "x"u8));
    }

    [Theory]
    [InlineData("dek", "111122223333.1", "{}")]
    [InlineData("dek", "111122223333.1", "nonsense")]
    [InlineData("dek", "111122223333.1", """{"account":"999999999999","key":{"kek":"x","bytes":""},"created":"2026-01-01T00:00:00Z"}""")]
    [InlineData("session-key", "0badc0de", """{"created":"2026-01-01T00:00:00Z","box":{"dek":"installation.1","nonce":"","ciphertext":"","tag":""}}""")]
    [InlineData("deployment", "id", "null")]
    [InlineData("future", "thing", "{}")]
    public async Task Rows_that_cannot_be_read_stop_the_start(string table, string key, string value)
    {
        await keys.Open();
        var version = (await keys.Store.LoadAsync(KeyRing.Stream, Keys.Patience)).Version;
        await keys.Store.AppendAsync(KeyRing.Stream, version, [Row.Put(table, key, Encoding.UTF8.GetBytes(value))], Keys.Patience);

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(keys.Open);

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_readable_in_the_store()
    {
        keys.Masters = MasterKeys.Open("none", Old);
        await keys.OpenVault();

        Assert.DoesNotContain(Old[..20], await keys.Written(), StringComparison.Ordinal);
        Assert.All((await keys.Rows("dek")).Values, static row => Assert.Matches("^{\"account\":\"[a-z0-9]+\",\"key\":{\"kek\":\"[0-9a-f]{16}\",\"bytes\":\"[^\"]{80,}\"},\"created\":\"[^\"]+\"}$", row));
        Assert.All((await keys.Rows("session-key")).Values, static row => Assert.Matches("^{\"created\":\"[^\"]+\",\"box\":{\"dek\":\"installation.1\",\"nonce\":\"[^\"]{16,}\",\"ciphertext\":\"[^\"]{44,}\",\"tag\":\"[^\"]{24,}\"}}$", row));
    }
}
