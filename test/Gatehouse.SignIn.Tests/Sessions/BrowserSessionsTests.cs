using System.Buffers.Text;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Sessions;

/// <summary>Rules AU-710 and AU-711.</summary>
public sealed class BrowserSessionsTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private readonly TestClock clock = new(new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
    private readonly BrowserSessions sessions;

    public BrowserSessionsTests() => sessions = new(clock, Idle);

    [Fact]
    public void An_id_has_256_bits_and_finds_its_session()
    {
        var id = Begin("alice");

        Assert.Equal(32, Base64Url.DecodeFromChars(id).Length);
        Assert.True(sessions.TryUse(id, out var session));
        Assert.Equal("alice", session.Owner);
        Assert.NotEqual(id, Begin("alice"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64 at all; and rather longer than it has any reason to be")]
    public void What_is_no_id_finds_nothing(string id)
    {
        Begin("alice");

        Assert.False(sessions.TryUse(id, out _));
        Assert.Null(sessions.Renew(id, static session => session));
        Assert.False(SecretIds.IsFormToken(id, id));
    }

    [Fact]
    public void A_session_ends_after_30_minutes_without_a_request()
    {
        var id = Begin("alice");
        clock.Advance(Idle - TimeSpan.FromSeconds(1));
        Assert.True(sessions.TryUse(id, out _));
        clock.Advance(Idle - TimeSpan.FromSeconds(1));
        Assert.True(sessions.TryUse(id, out _));

        clock.Advance(Idle);

        Assert.Empty(sessions.Of("111122223333", "alice"));
        Assert.Null(sessions.Renew(id, static session => session));
        Assert.False(sessions.TryUse(id, out _));
    }

    [Fact]
    public void A_session_ends_after_12_hours_however_often_it_is_used_and_renewed()
    {
        var id = Begin("alice");
        for (var passed = TimeSpan.Zero; passed < BrowserSessions.Longest - (Idle / 2); passed += Idle / 2)
        {
            clock.Advance(Idle / 2);
            id = sessions.Renew(id, session => session with { LastSeen = clock.GetUtcNow() }) ?? "ended";
            Assert.True(sessions.TryUse(id, out _));
        }

        clock.Advance(Idle / 2);

        Assert.False(sessions.TryUse(id, out _));
    }

    [Fact]
    public void A_change_of_privilege_gives_a_new_id_and_ends_the_old_one()
    {
        var before = Begin("alice");

        var after = sessions.Renew(before, session => session with { Device = "token-1" });

        Assert.NotNull(after);
        Assert.NotEqual(before, after);
        Assert.False(sessions.TryUse(before, out _));
        Assert.True(sessions.TryUse(after, out var session));
        Assert.Equal("token-1", session.Device);
    }

    [Fact]
    public void Signing_out_ends_one_session_and_signing_out_everywhere_ends_those_of_one_user()
    {
        var (first, second, third) = (Begin("alice"), Begin("alice"), Begin("alice"));
        var (bob, elsewhere) = (Begin("bob"), Begin("alice", "444455556666"));

        sessions.End(first);
        Assert.Equal(2, sessions.Of("111122223333", "alice").Count);
        sessions.EndAll("111122223333", static session => session.Owner == "alice");

        Assert.False(sessions.TryUse(third, out _));
        Assert.False(sessions.TryUse(second, out _));
        Assert.True(sessions.TryUse(bob, out _));
        Assert.True(sessions.TryUse(elsewhere, out _));
    }

    [Fact]
    public void A_form_is_taken_from_a_page_of_the_same_session_alone()
    {
        var (mine, other) = (Begin("alice"), Begin("alice"));

        Assert.True(SecretIds.IsFormToken(mine, SecretIds.FormTokenOf(mine)));
        Assert.False(SecretIds.IsFormToken(mine, SecretIds.FormTokenOf(other)));
        Assert.False(SecretIds.IsFormToken(mine, mine));
        Assert.False(SecretIds.IsFormToken(mine, ""));
        Assert.False(SecretIds.IsFormToken(mine, null));
        Assert.DoesNotContain(mine, SecretIds.FormTokenOf(mine), StringComparison.Ordinal);
    }

    private string Begin(string owner, string account = "111122223333")
    {
        var now = clock.GetUtcNow();
        var contents = new SessionContents
        {
            Kind = SessionKind.SignIn,
            Account = account,
            PrincipalId = owner,
            PrincipalArn = $"arn:aws:iam::{account}:user/{owner}",
            SessionId = "0123456789abcdef0123456789abcdef",
            Issued = now,
            Expires = now + BrowserSessions.Longest,
        };
        return sessions.Begin(new() { Credentials = new("ASIA", "secret", "token", contents), Began = now, LastSeen = now });
    }
}
