using System.Security.Cryptography;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

public sealed class PasswordHasherTests : IDisposable
{
    private readonly PasswordHasher hasher = new(1000);

    public void Dispose() => hasher.Dispose();

    [Fact]
    public async Task Hashes_with_PBKDF2_and_a_salt_of_its_own()
    {
        // [AU-708]
        var (one, two) = (await hasher.HashAsync("secret", null, default), await hasher.HashAsync("secret", null, default));

        Assert.Equal((PasswordHash.Pbkdf2, 1000, 16, 64), (one.Algorithm, one.Rounds, Convert.FromBase64String(one.Salt).Length, Convert.FromBase64String(one.Hash).Length));
        Assert.NotEqual(one.Salt, two.Salt);
        Assert.NotEqual(one.Hash, two.Hash);
        Assert.Equal(
            Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2("secret"u8, Convert.FromBase64String(one.Salt), 1000, HashAlgorithmName.SHA512, 64)), one.Hash);
        Assert.Equal(210_000, PasswordHasher.DefaultRounds);
    }

    [Fact]
    public async Task Matches_the_password_to_the_letter_and_no_other()
    {
        // [AU-701]
        var hash = await hasher.HashAsync("caf\u00e9", null, default);

        Assert.True(await hasher.MatchesAsync("caf\u00e9", hash, default));
        Assert.True(await hasher.MatchesAsync("cafe\u0301", hash, default));
        Assert.False(await hasher.MatchesAsync("cafe", hash, default));
        Assert.False(await hasher.MatchesAsync("caf\u00e9 ", hash, default));
        Assert.False(await hasher.MatchesAsync("anything", null, default));
    }

    [Fact]
    public async Task Finds_a_password_among_former_ones_whatever_their_rounds()
    {
        using var older = new PasswordHasher(500);
        var first = await older.HashAsync("first", null, default);
        var second = await hasher.HashAsync("second", first, default);
        var third = await hasher.HashAsync("third", second, default);

        Assert.NotEqual(first.Salt, second.Salt);
        Assert.Equal(second.Salt, third.Salt);
        Assert.True(hasher.IsStale(first));
        Assert.False(hasher.IsStale(second));
        foreach (var (password, among) in new[] { ("first", true), ("second", true), ("third", true), ("fourth", false) })
        {
            Assert.Equal(among, await hasher.IsAmongAsync(password, await hasher.HashAsync(password, third, default), [third, second, first], default));
        }
    }

    [Fact]
    public async Task Refuses_hashes_that_are_none_of_ours()
    {
        var hash = await hasher.HashAsync("secret", null, default);

        await Assert.ThrowsAsync<InvalidDataException>(() => hasher.MatchesAsync("secret", hash with { Algorithm = "md5" }, default).AsTask());
        await Assert.ThrowsAsync<InvalidDataException>(() => hasher.MatchesAsync("secret", hash with { Rounds = 0 }, default).AsTask());
        await Assert.ThrowsAsync<InvalidDataException>(() => hasher.MatchesAsync("secret", hash with { Rounds = int.MaxValue }, default).AsTask());
    }

    [Fact]
    public async Task Turns_away_those_for_whom_there_is_no_room_in_the_queue()
    {
        // [AU-708]
        using var slow = new PasswordHasher(300_000);
        using var stop = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 64).Select(_ => slow.HashAsync("secret", null, stop.Token).AsTask()).ToList();

        await Assert.ThrowsAsync<PasswordQueueFullException>(() => slow.HashAsync("secret", null, default).AsTask());

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
        await slow.HashAsync("secret", null, default);
    }
}
