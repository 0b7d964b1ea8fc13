using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

public sealed class OpenedTokensTests
{
    [Fact]
    public async Task A_token_that_was_opened_opens_again_without_making_garbage()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Full());
        Assert.True(tokens.Sessions.TryOpen(token, Tokens.KeyId, out var first, out _));
        tokens.Sessions.TryOpen(token, Tokens.KeyId, out var again, out _);
        Assert.Same(first, again);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            tokens.Sessions.TryOpen(token, Tokens.KeyId, out _, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_remembered_token_is_still_bound_to_its_access_key_id()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());
        tokens.Read(token);

        Assert.False(tokens.Sessions.TryOpen(token, "ASIAY34FZKBOKMUTVV7B", out _, out var fault));
        Assert.Equal(SessionTokenFault.Unreadable, fault);
    }

    [Fact]
    public void More_tokens_than_there_is_room_for_push_out_those_unused_longest()
    {
        var opened = new OpenedTokens();
        for (var i = 0; i < OpenedTokens.Capacity * 3; i++)
        {
            Add(opened, i, 300, i / 1000);
        }

        var found = Enumerable.Range(0, OpenedTokens.Capacity * 3).Count(i => Find(opened, i, 300));
        Assert.InRange(found, OpenedTokens.Capacity / 2, OpenedTokens.Capacity);
        Assert.True(Find(opened, (OpenedTokens.Capacity * 3) - 1, 300));
        Assert.InRange(opened.Memory, 1, OpenedTokens.MemoryLimit);
    }

    [Fact]
    public void Large_tokens_keep_to_the_memory_there_is()
    {
        var opened = new OpenedTokens();
        for (var i = 0; i < OpenedTokens.Capacity; i++)
        {
            Add(opened, i, SessionTokens.MaxLength, 0);
            Assert.InRange(opened.Memory, 1, OpenedTokens.MemoryLimit);
        }

        Assert.True(opened.Memory > OpenedTokens.MemoryLimit / 2);
    }

    [Fact]
    public async Task Many_threads_see_the_right_contents()
    {
        var tokens = await Tokens.Open();
        using var secret = Secret.FromText(Tokens.SecretKey);
        var issued = Enumerable.Range(0, 500).Select(i => (Name: $"session-{i}", Token: tokens.Issue(tokens.Plain() with { SessionName = $"session-{i}" }))).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                var (name, token) = issued[(i * 7 + thread * 13) % issued.Length];
                Assert.Equal(name, tokens.Read(token).SessionName);
            }
        })));
    }

    private static void Add(OpenedTokens opened, int number, int length, long now)
    {
        var token = TokenOf(number, length);
        opened.Add(new(token, Tokens.KeyId, Contents(), DateTimeOffset.MaxValue, now), token, now);
    }

    private static bool Find(OpenedTokens opened, int number, int length) => opened.Find(TokenOf(number, length), Tokens.KeyId, 0) is not null;

    /// <summary>Salt in the place where tokens have it, spread like random salt.</summary>
    private static string TokenOf(int number, int length) => ("AAAAAAAA" + Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number))).TrimEnd('=')).PadRight(length, 'x');

    private static SessionContents Contents() => new()
    {
        Kind = SessionKind.AssumedRole,
        Account = "111122223333",
        PrincipalId = "AROA",
        PrincipalArn = "arn",
        SessionId = "00112233445566778899aabbccddeeff",
        Issued = DateTimeOffset.UnixEpoch,
        Expires = DateTimeOffset.MaxValue,
    };
}
