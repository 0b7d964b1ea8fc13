using System.Text.Json;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.Tokens;
using Gatehouse.PolicyEngine;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

public sealed class CreateTokenWithIAMTests
{
    private readonly ApplicationTokenGivens given = new();

    [Fact]
    public void An_application_gets_tokens_for_whom_its_issuer_vouches_for()
    {
        // [AU-850, AU-851]
        var answer = given.Exchange();

        Assert.Equal(("Bearer", 3600, ApplicationTokenGivens.Subject), (answer.TokenType, answer.ExpiresIn, answer.IssuedTokenType));
        Assert.Equal(["openid", "aws", "sts:identity_context"], answer.Scope!);
        Assert.True(PortalToken.TryRead(given.Center.Account.Installation.Sessions.Messages, MessagePurpose.PortalAccess, answer.AccessToken, out var token));
        Assert.Equal((given.Application, given.UserId), (token.Grant.Client, token.Grant.Session.UserId));
    }

    [Fact]
    public void Its_access_token_is_not_good_for_roles_in_accounts_unless_it_has_that_scope()
    {
        Assert.False(GrantOf(given.Exchange().AccessToken!).IsForAccounts);

        given.Center.PutScope(given.Application, PortalGrant.AccountAccess);

        Assert.True(GrantOf(given.Exchange().AccessToken!).IsForAccounts);
    }

    [Fact]
    public void The_id_token_is_signed_by_the_account_and_carries_the_context()
    {
        // An account that never signed anything gets its keys by the way.
        given.Center.Account.Change(draft => draft.Remove(draft.Account.TokenIssuer!));
        var answer = given.Exchange();

        Assert.True(CompactToken.TryRead(answer.IdToken!, 10_000, out var token));
        using (token)
        {
            var account = given.Center.Account.Account;
            var key = Assert.Single(account.TokenIssuer!.Keys, key => key.Id == token.Head.GetProperty("kid").GetString());
            Assert.True(TokenSigning.Verifies(key, token.Signed.Span, token.Signature.Span));
            Assert.Equal(
                (given.Application, given.UserId, answer.AwsAdditionalDetails!.IdentityContext),
                (Text("aud"), Text("sub"), Text("sts:identity_context")));
            Assert.False(account.TokenIssuer.Enabled);

            string? Text(string claim) => token.Claims.GetProperty(claim).GetString();
        }
    }

    [Fact]
    public void Its_context_is_as_long_as_AssumeRole_takes_even_with_many_scopes()
    {
        for (var i = 0; i < 25; i++)
        {
            given.Center.PutScope(given.Application, $"service{i}:{new string('x', 40)}:{new string('y', 40)}");
        }

        Assert.InRange(given.Exchange().AwsAdditionalDetails!.IdentityContext!.Length, 100, 2048);
    }

    [Fact]
    public void Where_it_has_no_refresh_grant_there_is_no_refresh_token()
    {
        Assert.NotNull(given.Exchange().RefreshToken);

        given.Change(application => application with { Grants = application.Grants.RemoveAll(grant => grant.Type == GrantType.Refresh_token) });

        Assert.Null(given.Exchange().RefreshToken);
    }

    [Fact]
    public void Somebody_who_is_not_assigned_gets_nothing_but_by_a_group_or_where_everyone_may()
    {
        var bob = given.Center.AddUser("bob", """{"Emails":[{"Value":"bob@example.com"}]}""");
        var group = given.Center.AddGroup("all", bob);
        Assert.Equal("400 access_denied", ApplicationTokenGivens.Refusal(() => Bob()));

        given.Center.Assign(given.Application, group.Id, PrincipalType.GROUP);
        Bob();

        given.Change(application => application with { OpenToAll = true });
        given.Center.Account.Change(draft => draft.Remove(draft.Account.ApplicationAssignments.Single(one => one.IsGroup)));
        Bob();

        CreateTokenWithIAMResponse Bob() => given.Exchange(given.Assertion(claims => claims["email"] = "bob@example.com"));
    }

    [Fact]
    public void What_the_application_is_not_set_up_for_it_does_not_get()
    {
        const string unauthorized = "400 unauthorized_client";
        Refuses(application => application with { Disabled = true });
        Refuses(application => application with { ActorPolicy = null });
        Refuses(application => application with { Grants = [] });

        void Refuses(Func<IdentityApplication, IdentityApplication> change)
        {
            var before = given.Center.Account.Account.IdentityApplications[0];
            given.Change(change);
            Assert.Equal(unauthorized, ApplicationTokenGivens.Refusal(() => given.Exchange()));
            given.Change(_ => before);
        }
    }

    [Theory]
    [InlineData("password", "400 unsupported_grant_type")]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code", "400 unsupported_grant_type")]
    [InlineData("authorization_code", "400 invalid_request")]
    [InlineData("refresh_token", "400 invalid_request")]
    [InlineData(ApplicationTokenGivens.Bearer, "400 invalid_request")]
    [InlineData(ApplicationTokenGivens.TokenExchange, "400 invalid_request")]
    public void A_grant_must_be_known_and_complete(string type, string refusal) =>
        Assert.Equal(refusal, ApplicationTokenGivens.Refusal(() => given.Call(new() { ClientId = given.Application, GrantType = type })));

    [Theory]
    [InlineData(ApplicationGivens.Nowhere)]
    [InlineData("notebooks")]
    public void What_is_no_application_is_no_client(string client) =>
        Assert.Equal("401 invalid_client", ApplicationTokenGivens.Refusal(() => given.Exchange(application: client)));

    [Fact]
    public void It_gets_the_scopes_it_has_and_no_others()
    {
        given.Center.PutScope(given.Application, "s3:read");
        given.Center.PutScope(given.Application, "s3:write");

        Assert.Contains("s3:write", given.Exchange().Scope!);
        Assert.DoesNotContain("s3:write", given.Exchange(null, null, "s3:read").Scope!);
        Assert.Equal("400 invalid_scope", ApplicationTokenGivens.Refusal(() => given.Exchange(null, null, "s3:delete")));
        Assert.Equal("400 invalid_scope", ApplicationTokenGivens.Refusal(() => given.Exchange(null, null, PortalGrant.AccountAccess)));
    }

    [Fact]
    public void A_code_is_good_once_for_the_application_it_was_given_to_and_its_second_use_ends_the_grant()
    {
        var code = Code();
        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => Redeem(code, application: given.Make("other"))));
        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => Redeem(code, verifier: new string('w', 43))));
        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => Redeem(code, redirect: "https://elsewhere.example.com/")));

        var answer = Redeem(code);

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => Redeem(code)));
        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Refresh(answer.RefreshToken)));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/robot", true)]
    [InlineData("arn:aws:iam::111122223333:user/somebody", false)]
    public void The_actor_policy_alone_lets_those_whom_it_names(string named, bool allowed)
    {
        given.Center.Account.Change(draft => draft.Put(new User { Id = "AIDAROBOTROBOTROBOTRO", Name = "robot", Path = "/", Created = draft.Now }));
        given.Center.Account.ActAs("robot");
        given.Center.PutPolicy(given.Application, ApplicationGivens.Policy.Replace("\"111122223333\"", $"\"{named}\"", StringComparison.Ordinal));
        var needs = given.Center.Account.Needs<CreateTokenWithIAM, CreateTokenWithIAMRequest>("sso-oauth:CreateTokenWithIAM", new() { ClientId = given.Application, GrantType = "" });

        var denial = new Authorizer(given.Center.Account.Installation.Effective).Judge(given.Center.Account.Call, needs, new NoNetwork());

        Assert.Equal(allowed, denial is null);
        Assert.Equal(given.Application, needs.Checks[0].Resource.Text);
    }

    private PortalGrant GrantOf(string accessToken)
    {
        Assert.True(PortalToken.TryRead(given.Center.Account.Installation.Sessions.Messages, MessagePurpose.PortalAccess, accessToken, out var token));
        return token.Grant;
    }

    private string Code() => given.Center.Account.Installation.PortalCodes.TryIssue(
        new()
        {
            Grant = new()
            {
                Id = new('a', 32),
                Client = given.Application,
                Scopes = ["openid"],
                Session = new()
                {
                    Account = Testing.AccountFixture.Id,
                    StoreId = CenterFixture.StoreId,
                    UserId = given.UserId,
                    Id = new('b', 32),
                    Began = given.Now,
                    Ends = given.Now.AddHours(8),
                },
            },
            RedirectUri = "https://notebooks.example.com/cb",
            Challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(new string('v', 43)))),
            Ends = given.Now.AddMinutes(5),
        },
        given.Now)!;

    private CreateTokenWithIAMResponse Redeem(string code, string? application = null, string? verifier = null, string redirect = "https://notebooks.example.com/cb") => given.Call(new()
    {
        ClientId = application ?? given.Application,
        GrantType = GrantType.Authorization_code,
        Code = code,
        CodeVerifier = verifier ?? new string('v', 43),
        RedirectUri = redirect,
    });

    private sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }
}
