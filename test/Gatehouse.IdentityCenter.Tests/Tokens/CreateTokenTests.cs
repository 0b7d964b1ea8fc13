using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.Contracts.SsoOidc;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

public sealed class CreateTokenTests : TokenGivens
{
    [Fact]
    public void A_device_waits_and_then_gets_a_token_once() // [AU-851, BI-220]
    {
        var client = Register();
        var started = Start(client);
        Refused<AuthorizationPendingException>(400, "authorization_pending", () => Ask(OfDevice(client, started)));

        Assert.True(Decide(started, Grant(client.ClientId!, PortalGrant.AccountAccess)));
        Wait(1);
        var token = Ask(OfDevice(client, started));

        Assert.Equal(("Bearer", 3600), (token.TokenType, token.ExpiresIn));
        Assert.NotNull(token.RefreshToken);
        Assert.Null(token.IdToken);
        Assert.Equal("ana", Center.Named[^1].UserName);
        Wait(5);
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfDevice(client, started)));
    }

    [Fact]
    public void Who_asks_twice_in_a_second_must_ask_less_often() // [AU-851, BI-221]
    {
        var client = Register();
        var started = Start(client);
        Refused<AuthorizationPendingException>(400, "authorization_pending", () => Ask(OfDevice(client, started)));
        Refused<SlowDownException>(400, "slow_down", () => Ask(OfDevice(client, started)));

        // The interval is six seconds from now on.
        Wait(5);
        Refused<SlowDownException>(400, "slow_down", () => Ask(OfDevice(client, started)));
        Wait(11);
        Refused<AuthorizationPendingException>(400, "authorization_pending", () => Ask(OfDevice(client, started)));
    }

    [Fact]
    public void A_device_hears_that_somebody_said_no_or_nobody_anything() // [AU-851]
    {
        var client = Register();
        var (denied, forgotten) = (Start(client), Start(client));
        Assert.True(Decide(denied, null));
        Assert.False(Decide(denied, Grant(client.ClientId!)));

        Refused<AccessDeniedException>(400, "access_denied", () => Ask(OfDevice(client, denied)));
        Wait(600);
        Refused<ExpiredTokenException>(400, "expired_token", () => Ask(OfDevice(client, forgotten)));
        Assert.False(Decide(forgotten, Grant(client.ClientId!)));
    }

    [Fact]
    public void A_code_of_one_program_is_of_no_use_to_another()
    {
        var (client, other) = (Register(), Register());
        var started = Start(client);
        Decide(started, Grant(client.ClientId!));

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfDevice(other, started)));
    }

    [Fact]
    public void An_authorization_code_gives_a_token_to_whoever_shows_the_verifier() // [AU-851]
    {
        var client = RegisterForCodes();
        var code = Code(client);

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfCode(client, code, verifier: "another")));
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfCode(client, code, redirect: "http://127.0.0.1:40124/oauth/callback")));
        Refused<InvalidRequestException>(400, "invalid_request", () => Ask(OfCode(client, code, verifier: null!)));
        Assert.Equal("Bearer", Ask(OfCode(client, code)).TokenType);
    }

    [Theory] // [BI-224]
    [InlineData("http://127.0.0.1:40123/other")]
    [InlineData("http://127.0.0.1:40123@example.com/oauth/callback")]
    [InlineData("http://127.0.0.1:/oauth/callback")]
    [InlineData("http://127.0.0.1:400000/oauth/callback")]
    [InlineData("http://localhost:40123/oauth/callback")]
    [InlineData("https://127.0.0.1:40123/oauth/callback")]
    public void An_address_that_is_not_registered_is_refused(string redirect)
    {
        var client = RegisterForCodes();

        Refused<InvalidRedirectUriException>(400, "invalid_redirect_uri", () => Ask(OfCode(client, Code(client), redirect)));
    }

    [Fact]
    public void A_code_that_comes_twice_ends_what_came_of_it()
    {
        var client = RegisterForCodes();
        var code = Code(client);
        var token = Ask(OfCode(client, code));

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfCode(client, code)));

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, token.RefreshToken)));
    }

    [Fact]
    public void A_code_is_good_for_five_minutes()
    {
        var client = RegisterForCodes();
        var code = Code(client);
        Wait(300);

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfCode(client, code)));
    }

    [Fact]
    public void Refresh_tokens_rotate_and_an_old_one_ends_the_family() // [AU-851]
    {
        var client = RegisterForCodes();
        var first = Ask(OfCode(client, Code(client)));
        Wait(3000);
        var second = Ask(OfRefresh(client, first.RefreshToken));
        Wait(29);
        Assert.NotNull(Ask(OfRefresh(client, first.RefreshToken)).AccessToken);
        var third = Ask(OfRefresh(client, second.RefreshToken));

        Wait(31);
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, first.RefreshToken)));

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, third.RefreshToken)));
    }

    [Fact]
    public void Nothing_is_given_for_what_its_user_has_lost()
    {
        var client = RegisterForCodes();
        var token = Ask(OfCode(client, Code(client)));
        Center.Account.Change(draft => draft.Put(draft.Account.IdentityUsers.FindById(PortalFixture.UserId)! with { Disabled = true }));
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, token.RefreshToken)));

        Center.Account.Change(draft => draft.Put(draft.Account.IdentityUsers.FindById(PortalFixture.UserId)! with { Disabled = false, PasswordSet = draft.Now.AddSeconds(1) }));
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, token.RefreshToken)));
    }

    [Fact]
    public void The_end_of_a_session_ends_what_was_given_by_it()
    {
        var client = RegisterForCodes();
        var token = Ask(OfCode(client, Code(client)));

        Center.Account.Change(draft => LoginEnding.End(draft, Session().Note()));

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, token.RefreshToken)));
    }

    [Fact]
    public void Tokens_end_with_the_session_after_eight_hours()
    {
        var client = RegisterForCodes();
        var token = Ask(OfCode(client, Code(client)));
        Wait((8 * 3600) - 600);
        var last = Ask(OfRefresh(client, token.RefreshToken));
        Assert.Equal(600, last.ExpiresIn);

        Wait(600);
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, last.RefreshToken)));
    }

    [Fact]
    public void A_program_without_scopes_gets_one_token_for_the_whole_session()
    {
        var client = Register(_ => new() { ClientName = "old", ClientType = "public" });
        var started = Start(client);
        Decide(started, Grant(client.ClientId!));

        var token = Ask(OfDevice(client, started));

        Assert.Equal((8 * 3600, null), (token.ExpiresIn, token.RefreshToken));
    }

    [Fact]
    public void Other_grants_are_not_known_or_not_this_program_s() // [BI-223]
    {
        var client = RegisterForCodes();

        Refused<UnsupportedGrantTypeException>(400, "unsupported_grant_type", () => Ask(new() { ClientId = client.ClientId!, ClientSecret = client.ClientSecret!, GrantType = "password" }));
        Refused<UnauthorizedClientException>(400, "unauthorized_client", () => Ask(OfDevice(client, new() { DeviceCode = "x" })));
        Refused<InvalidClientException>(401, "invalid_client", () => Ask(new() { ClientId = client.ClientId!, ClientSecret = "x", GrantType = "password" }));
    }

    [Fact]
    public void Tokens_are_taken_for_nothing_but_what_they_are()
    {
        var client = RegisterForCodes();
        var token = Ask(OfCode(client, Code(client)));
        var refresh = token.RefreshToken!;

        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, token.AccessToken)));
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(RegisterForCodes(), refresh)));
        Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, "444455556666" + refresh[12..])));
        foreach (var at in Enumerable.Range(13, refresh.Length - 13).Where(static at => at % 7 == 0))
        {
            var changed = string.Concat(refresh.AsSpan(0, at), refresh[at] == 'A' ? "B" : "A", refresh.AsSpan(at + 1));
            Refused<InvalidGrantException>(400, "invalid_grant", () => Ask(OfRefresh(client, changed)));
        }
    }

    private void Wait(int seconds) => Center.Account.Clock.Advance(TimeSpan.FromSeconds(seconds));
}
