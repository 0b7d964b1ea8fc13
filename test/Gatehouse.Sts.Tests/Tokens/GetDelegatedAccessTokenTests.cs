using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Tokens;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Tokens;

/// <summary>AU-326.</summary>
public sealed class GetDelegatedAccessTokenTests
{
    private readonly StsFixture sts = new();

    [Fact]
    public void Trades_a_token_for_a_limited_session_of_who_delegates()
    {
        var text = (Token() with { Expires = sts.Account.Clock.GetUtcNow().AddMinutes(20) }).Seal(sts.Account.Installation.Sessions.Messages);
        var given = Call(text);

        var session = sts.Open(given.Credentials!);
        Assert.Equal("arn:aws:iam::111122223333:user/ana", given.AssumedPrincipal);
        Assert.Equal(
            (SessionKind.Delegated, "AIDAANAANAANAANAANAAN", StsFixture.AllowAll, sts.Call.Now.AddSeconds(600)),
            (session.Kind, session.PrincipalId, session.Policy, session.Expires));
    }

    [Fact]
    public void The_session_ends_with_the_time_that_began_when_the_token_was_sent()
    {
        var token = Token();
        var text = token.Seal(sts.Account.Installation.Sessions.Messages);
        sts.Account.Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(token.Expires, sts.Open(Call(text).Credentials!).Expires);
    }

    [Fact]
    public void Refuses_a_token_that_is_over_BI_140()
    {
        var text = Token().Seal(sts.Account.Installation.Sessions.Messages);
        sts.Account.Clock.Advance(TimeSpan.FromMinutes(5));

        var refusal = Assert.Throws<ExpiredTradeInTokenException>(() => Call(text));

        Assert.Equal((400, "ExpiredTradeInTokenException"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void Refuses_what_is_none_of_ours_or_was_changed()
    {
        var messages = sts.Account.Installation.Sessions.Messages;
        var text = Token().Seal(messages);
        Assert.True(messages.TrySeal(MessagePurpose.Authorization, "111122223333", "{}", out var other));
        foreach (var bad in (string[])["", "x", ".", "111122223333.", text[1..], "444455556666" + text[12..], text[..^4], text + "AAAA", "111122223333." + other,
            (Token() with { PrincipalId = "AIDANOBODYNOBODYNOBOD" }).Seal(messages), (Token() with { Account = "444455556666" }).Seal(messages)])
        {
            var refusal = Assert.Throws<CommonException>(() => Call(bad));
            Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
        }
    }

    [Fact]
    public void Nobody_but_the_account_that_asked_trades_it_in()
    {
        var messages = sts.Account.Installation.Sessions.Messages;

        var refusal = Assert.Throws<CommonException>(() => Call((Token() with { Requestor = "444455556666" }).Seal(messages)));

        Assert.Equal((400, "ValidationError", "The trade-in token is invalid."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void No_token_is_without_limits() =>
        Assert.Throws<InvalidOperationException>(() => (Token() with { Policy = null }).Seal(sts.Account.Installation.Sessions.Messages));

    private TradeInToken Token() => new()
    {
        Account = "111122223333",
        Requestor = "111122223333",
        PrincipalId = "AIDAANAANAANAANAANAAN",
        SessionName = "delegation-1",
        Policy = StsFixture.AllowAll,
        Seconds = 600,
        Expires = sts.Account.Clock.GetUtcNow().AddMinutes(5),
    };

    private GetDelegatedAccessTokenResponse Call(string token) =>
        sts.Account.Reach<GetDelegatedAccessToken, GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse>(new() { TradeInToken = token });
}
