using System.Buffers.Text;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.Sts.Roles;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Roles;

/// <summary>Sessions that act for a person of an identity store [AU-318].</summary>
public sealed class ProvidedContextsTests
{
    private const string UserId = "11111111-2222-4333-8444-555555555555";
    private const string InstanceId = "ssoins-0123456789abcdef";
    private const string ApplicationArn = $"arn:aws:sso::111122223333:application/{InstanceId}/apl-0123456789abcdef";
    private const string Trust =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:SetContext"],"Condition":CONDITION}}""";

    private static readonly Dictionary<string, Func<ProvidedContextsTests, IReadOnlyList<ProvidedContext>>> Bad = new(StringComparer.Ordinal)
    {
        ["cut"] = test => Of(test.Sign()[..^8]),
        ["another signature"] = test => Of(test.Sign() is var good && good[^1] == 'A' ? good[..^4] + "BBBB" : good[..^4] + "AAAA"),
        ["other claims"] = test => Of(Swap(test.Sign(), 1, text => text.Replace("11111111", "22222222", StringComparison.Ordinal))),
        ["alg none"] = test => Of(Swap(test.Sign(), 0, text => text.Replace("ES384", "none", StringComparison.Ordinal))),
        ["another type of token"] = test => Of(TokenSigning.Sign(test.Key, test.sts.Account.Installation, "111122223333", test.ClaimsOf(test.Sign()))),
        ["an algorithm that is not its key's"] = test =>
        {
            test.sts.Account.Change(draft => draft.Put(TokenSigning.Renew(draft.Account.TokenIssuer!, draft.Call.Installation, draft.Account.Id, draft.Now)));
            var other = test.Sign(test.sts.Account.Account.TokenIssuer!.SigningKey(TokenSigning.Rs256, test.sts.Call.Now));
            return Of(Swap(other, 0, text => text.Replace("RS256", "ES384", StringComparison.Ordinal)));
        },
        ["a key that nobody publishes"] = test => Of(Swap(test.Sign(), 0, text => text.Replace(test.Key.Id, Guid.Empty.ToString(), StringComparison.Ordinal))),
        ["another instance's"] = test =>
        {
            var context = test.Sign();
            test.sts.Account.Change(draft =>
            {
                var before = draft.Account.IdentityCenter!;
                draft.Remove(before);
                draft.Put(before with { Id = "ssoins-ffffffffffffffff" });
            });
            return Of(context);
        },
        ["somebody who is disabled"] = test =>
        {
            var context = test.Sign();
            test.sts.Account.Change(draft => draft.Put(draft.Account.IdentityUsers[0] with { Disabled = true }));
            return Of(context);
        },
        ["an application that is disabled"] = test =>
        {
            var context = test.Sign();
            test.sts.Account.Change(draft => draft.Put(draft.Account.IdentityApplications[0] with { Disabled = true }));
            return Of(context);
        },
        ["an application that is gone"] = test =>
        {
            var context = test.Sign();
            test.sts.Account.Change(draft => draft.Remove(draft.Account.IdentityApplications[0]));
            return Of(context);
        },
        ["a grant that was ended"] = test =>
        {
            var context = test.Sign();
            test.sts.Account.Change(draft => draft.Put(Revocation.Of(test.Grant.Note(), draft.Now, "arn:aws:iam::111122223333:root")));
            return Of(context);
        },
        ["of a provider that there is not"] = test => [new() { ProviderArn = "arn:aws:iam::aws:contextProvider/Other", ContextAssertion = test.Sign() }],
        ["of no provider"] = test => [new() { ContextAssertion = test.Sign() }],
        ["no assertion"] = _ => [new() { ProviderArn = IdentityContext.ProviderArn }],
        ["two"] = test => [.. Of(test.Sign()), .. Of(test.Sign())],
        ["no token"] = _ => Of("e30."),
    };

    private readonly StsFixture sts = new();

    public ProvidedContextsTests()
    {
        sts.Account.Change(draft =>
        {
            draft.Put(new IdentityCenterInstance { Id = InstanceId, IdentityStoreId = "d-0123456789", Region = "us-east-1", Created = draft.Now });
            draft.Put(new IdentityUser { Id = UserId, UserName = "ana", Created = draft.Now, CreatedBy = "", Updated = draft.Now, UpdatedBy = "" });
            draft.Put(new IdentityApplication { Id = "apl-0123456789abcdef", ProviderArn = "", Name = "notebooks", Created = draft.Now, Region = "us-east-1" });
            draft.Put(TokenSigning.Renew(new(), draft.Call.Installation, draft.Account.Id, draft.Now, TokenSigning.Es384));
        });
        TrustWhere("{}");
    }

    public static TheoryData<string> Cases => [.. Bad.Keys];

    private TokenSigningKey Key => sts.Account.Account.TokenIssuer!.SigningKey(TokenSigning.Es384, sts.Call.Now)!;

    private PortalGrant Grant => new()
    {
        Id = new('a', 32),
        Client = ApplicationArn,
        Session = new() { Account = "111122223333", StoreId = "d-0123456789", UserId = UserId, Id = new('b', 32), Began = sts.Call.Now, Ends = sts.Call.Now.AddHours(8) },
    };

    [Fact]
    public void A_session_says_for_whom_it_acts()
    {
        var session = sts.Open(Assume(Of(Sign())).Credentials!);

        Assert.Equal(
            [
                "identitystore:UserId=" + UserId, "identitystore:IdentityStoreArn=arn:aws:identitystore::111122223333:identitystore/d-0123456789",
                $"identitycenter:InstanceArn=arn:aws:sso:::instance/{InstanceId}", "identitycenter:ApplicationArn=" + ApplicationArn, "identitycenter:CredentialId=c-1",
            ],
            session.FederationKeys.Select(key => $"{key.Name}={Assert.Single(key.Values)}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_not_good_is_refused(string what)
    {
        var contexts = Bad[what](this);
        var refusal = Assert.Throws<CommonException>(() => Assume(contexts));

        Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void What_was_good_once_says_so()
    {
        var context = Sign();
        sts.Account.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("ExpiredTokenException", Assert.Throws<ExpiredTokenException>(() => Assume(Of(context))).Code);
    }

    [Fact]
    public void A_token_for_services_outside_is_no_context()
    {
        var claims = TokenClaims.Write(sts.Call, ["sts.amazonaws.com"], [new("grant", "x")], sts.Call.Now.AddMinutes(5));

        Assert.Throws<CommonException>(() => Assume(Of(TokenSigning.Sign(Key, sts.Account.Installation, "111122223333", claims))));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"sts:RequestContext/identitystore:UserId":"USER"}}""", null)]
    [InlineData("""{"ForAllValues:ArnEquals":{"sts:RequestContextProviders":["arn:aws:iam::aws:contextProvider/IdentityCenter"]},"Null":{"sts:RequestContextProviders":"false"}}""", null)]
    [InlineData("""{"StringEquals":{"sts:RequestContext/identitystore:UserId":"somebody else"}}""", "sts:AssumeRole")]
    [InlineData("""{"Null":{"sts:RequestContextProviders":"true"}}""", "sts:AssumeRole")]
    public void The_trust_policy_sees_it(string condition, string? denied)
    {
        TrustWhere(condition.Replace("USER", UserId, StringComparison.Ordinal));

        Assert.Equal(denied, sts.Denial(Ask(Of(Sign()))));
    }

    [Fact]
    public void The_caller_must_be_allowed_to_set_it()
    {
        sts.Account.Change(draft => draft.Put(StsFixture.RoleOf("app", StsFixture.Trust) with { Path = "/team/" }));

        Assert.Equal("sts:SetContext", sts.Denial(Ask(Of(Sign()))));
        Assert.Null(sts.Denial(StsFixture.Ask()));
    }

    [Fact]
    public void Policies_of_the_session_see_it_and_it_is_good_for_what_AWS_lists_alone()
    {
        var session = sts.Open(Assume(Of(Sign())).Credentials!);
        var role = sts.Account.Account.Roles.Find("app")!;
        role = role with
        {
            InlinePolicies = [new("own", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":"USER"}}}]}""".Replace("USER", UserId, StringComparison.Ordinal))],
        };
        sts.Account.Change(draft => draft.Put(role));

        // AWS: STS attaches AWSIAMIdentityCenterAllowListForIdentityContext.
        Assert.True(May(session, "s3:GetDataAccess"));
        Assert.False(May(session, "iam:ListUsers"));
        Assert.False(May(session with { FederationKeys = [] }, "s3:GetDataAccess"));
    }

    [Fact]
    public void The_trail_tells_on_whose_behalf_it_acts()
    {
        sts.ActAs(Assume(Of(Sign())).Credentials!);
        var identity = AuditIdentity.Of(sts.Account.Caller);

        Assert.Equal(("AssumedRole", UserId, "arn:aws:identitystore::111122223333:identitystore/d-0123456789"), (identity.Type, identity.IdentityUserId, identity.IdentityStoreArn));
    }

    [Fact]
    public void A_session_policy_still_narrows_what_it_is_good_for()
    {
        const string athena = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["athena:*","iam:*"],"Resource":"*"}]}""";
        var session = sts.Open(Assume(Of(Sign()), athena).Credentials!);

        Assert.True(May(session, "athena:ListWorkGroups"));
        Assert.False(May(session, "s3:GetDataAccess"));
        Assert.False(May(session, "iam:ListUsers"));
    }

    [Fact]
    public void A_role_of_an_account_outside_takes_no_person_of_ours()
    {
        var other = sts.FoundOther("444455556666", StsFixture.RoleOf("app", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":["sts:AssumeRole","sts:SetContext"]}}"""));
        sts.Owner = other;

        var refusal = Assert.Throws<CommonException>(() => sts.AssumeProven(Ask(Of(Sign()), arn: "arn:aws:iam::444455556666:role/app")));

        Assert.Equal("AccessDenied", refusal.Code);
        Assert.Contains("sts:SetContext", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_is_made_from_it_no_longer_says_so()
    {
        sts.ActAs(Assume(Of(Sign())).Credentials!);

        Assert.Empty(sts.Open(sts.Assume(StsFixture.Ask()).Credentials!).FederationKeys);
    }

    private static IReadOnlyList<ProvidedContext> Of(string assertion) => [new() { ProviderArn = IdentityContext.ProviderArn, ContextAssertion = assertion }];

    private static AssumeRoleRequest Ask(IReadOnlyList<ProvidedContext> contexts, string? policy = null, string? arn = null) =>
        new() { RoleArn = arn ?? StsFixture.RoleArn, RoleSessionName = "ana", ProvidedContexts = contexts, Policy = policy };

    private static string Swap(string token, int part, Func<string, string> change)
    {
        var parts = token.Split('.');
        parts[part] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(CompactToken.Decode(parts[part])!))));
        return string.Join('.', parts);
    }

    private AssumeRoleResponse Assume(IReadOnlyList<ProvidedContext> contexts, string? policy = null) => sts.AssumeProven(Ask(contexts, policy));

    private string Sign(TokenSigningKey? key = null) =>
        new IdentityContext(Grant, "c-1").Sign(sts.Account.Installation, sts.Account.Account, key ?? Key, sts.Call.Now, sts.Call.Now.AddHours(1));

    private byte[] ClaimsOf(string token) => CompactToken.Decode(token.Split('.')[1])!;

    private void TrustWhere(string condition) => sts.Account.Change(
        draft => draft.Put(StsFixture.RoleOf("app", Trust.Replace("CONDITION", condition, StringComparison.Ordinal)) with { Path = "/team/" }));

    private bool May(Accounts.Sessions.SessionContents session, string action)
    {
        var account = sts.Account.Account;
        var call = sts.Account.Call with { Caller = Caller.OfRole(account, account.Roles.Find("app")!, "ASIAAPPAPPAPPAPPAPPA", session) };
        return new Authorizer(sts.Account.Installation.Effective).Judge(call, new(action, Accounts.Identity.Arn.Any), new StsFixture.NoNetwork()) is null;
    }
}
