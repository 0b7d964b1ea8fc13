using System.Security.Cryptography;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>AU-324.</summary>
public sealed class SealedMessagesTests
{
    private const string Account = "111122223333";

    [Fact]
    public async Task A_message_opens_for_its_purpose_and_account_alone()
    {
        var tokens = await Tokens.Open();
        Assert.True(tokens.Sessions.Messages.TrySeal(MessagePurpose.Authorization, Account, "why ünot", out var message));

        Assert.True(tokens.Sessions.Messages.TryOpen(MessagePurpose.Authorization, Account, message, out var text));
        Assert.Equal("why ünot", text);
        Assert.False(tokens.Sessions.Messages.TryOpen(MessagePurpose.TradeIn, Account, message, out _));
        Assert.False(tokens.Sessions.Messages.TryOpen(MessagePurpose.Authorization, "444455556666", message, out _));
        Assert.False((await Tokens.Open()).Sessions.Messages.TryOpen(MessagePurpose.Authorization, Account, message, out _));
    }

    [Fact]
    public async Task Registrations_outlive_the_keys_of_sessions_and_nothing_else_does() // [AU-850]
    {
        var tokens = await Tokens.Open();
        var messages = tokens.Sessions.Messages;
        Assert.True(messages.TrySeal(MessagePurpose.Client, "", "a client", out var client));
        Assert.True(messages.TrySeal(MessagePurpose.ClientSecret, "", "a secret", out var secret));
        Assert.True(messages.TrySeal(MessagePurpose.PortalRefresh, Account, "a token", out var token));

        await tokens.Ring.EndAllSessionsAsync(CancellationToken.None);

        Assert.True(messages.TryOpen(MessagePurpose.Client, "", client, out _));
        Assert.True(messages.TryOpen(MessagePurpose.ClientSecret, "", secret, out _));
        Assert.False(messages.TryOpen(MessagePurpose.ClientSecret, "", client, out _));
        Assert.False(messages.TryOpen(MessagePurpose.PortalRefresh, Account, client, out _));
        Assert.False(messages.TryOpen(MessagePurpose.PortalRefresh, Account, token, out _));
    }

    [Fact]
    public async Task No_change_of_a_message_opens()
    {
        var messages = (await Tokens.Open()).Sessions.Messages;
        Assert.True(messages.TrySeal(MessagePurpose.Authorization, Account, "because", out var message));

        for (var i = 0; i < message.Length; i++)
        {
            var changed = message[..i] + (message[i] == 'A' ? 'B' : 'A') + message[(i + 1)..];
            Assert.False(messages.TryOpen(MessagePurpose.Authorization, Account, changed, out _), changed);
            Assert.False(messages.TryOpen(MessagePurpose.Authorization, Account, message[..i], out _));
        }

        foreach (var other in (string[])[message + "A", message + "=", " " + message, message + "\n", "", "!", new('A', 10_241)])
        {
            Assert.False(messages.TryOpen(MessagePurpose.Authorization, Account, other, out _), other);
        }
    }

    [Fact]
    public async Task What_does_not_fit_is_not_sealed()
    {
        var messages = (await Tokens.Open()).Sessions.Messages;
        var noise = string.Concat(Enumerable.Range(0, 1000).Select(i => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(i)).AsSpan(0, 16))));

        Assert.False(messages.TrySeal(MessagePurpose.Authorization, Account, noise, out _));
        Assert.True(messages.TrySeal(MessagePurpose.Authorization, Account, new string('x', 20_000), out var message));
        Assert.True(messages.TryOpen(MessagePurpose.Authorization, Account, message, out var text));
        Assert.Equal(20_000, text.Length);
    }
}
