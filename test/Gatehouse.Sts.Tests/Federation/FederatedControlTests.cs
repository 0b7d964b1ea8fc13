using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Resource control policies hold for people and programs whom an identity provider vouches for, though they are nobody of the organization [AU-424, AU-520].</summary>
public sealed class FederatedControlTests
{
    private const string Management = "444455556666";

    private readonly FederationFixture federation = new();
    private readonly Call call;

    public FederatedControlTests()
    {
        federation.Account.Change(draft => draft.Put(draft.Account.Profile with { Membership = new("o-organization", Management) }));
        call = federation.Account.Call with { Management = null, Owner = federation.Account.Account };
    }

    [Fact]
    public void What_they_deny_is_denied_with_the_words_of_a_trust_policy_that_does_not_trust()
    {
        Assert.NotNull(Token(Allowing()).Credentials);
        Assert.NotNull(Assertion(Allowing()).Credentials);

        var both = Denying("""{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRoleWith*","Resource":"*"}""");

        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity", FederationFixture.Refusal(() => Token(both)));
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithSAML", FederationFixture.Refusal(() => Assertion(both)));
    }

    [Fact]
    public void They_see_what_the_proof_says()
    {
        var issuer = federation.Name;
        var others = Denying($$"""{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRoleWithWebIdentity","Resource":"*","Condition":{"StringNotLike":{"{{issuer}}:sub":"repo:octo/*"} } }""");

        Assert.NotNull(Token(others).Credentials);
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity", FederationFixture.Refusal(() => Token(others, "repo:evil/app:ref:refs/heads/main")));
        Assert.NotNull(Assertion(others).Credentials);
    }

    [Fact]
    public void They_may_keep_tags_out_alone()
    {
        var untagged = Denying("""{"Effect":"Deny","Principal":"*","Action":"sts:TagSession","Resource":"*"}""");

        Assert.NotNull(Token(untagged).Credentials);
        Assert.StartsWith("AccessDenied", FederationFixture.Refusal(() => Assertion(untagged, TestIdentityProvider.Attribute("PrincipalTag:Team", "red"))), StringComparison.Ordinal);
    }

    private static Account Allowing() => Organization("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""");

    private static Account Denying(string statement) => Organization("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""", statement);

    private static Account Organization(params string[] statements)
    {
        var fixture = new Testing.AccountFixture();
        fixture.Found(Management);
        var slot = fixture.Installation.Accounts.FindAsync(Management, default).AsTask().GetAwaiter().GetResult()!;
        fixture.Installation.Accounts.ChangeAsync(
            slot,
            fixture.Call,
            draft =>
            {
                draft.Put(new Organization { Id = "o-organization", RootId = "r-root", FeatureSet = "ALL", Created = draft.Now, PolicyTypes = ["RESOURCE_CONTROL_POLICY"] });
                draft.Put(new MemberAccount { Id = Testing.AccountFixture.Id, Name = "member", Email = "m@example.com", ParentId = "r-root", JoinedMethod = "CREATED", Joined = draft.Now });
                draft.Put(new OrganizationPolicy
                {
                    Id = "p-control", Name = "control", Type = "RESOURCE_CONTROL_POLICY", Targets = ["r-root", Testing.AccountFixture.Id],
                    Document = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""",
                });
                return true;
            },
            null,
            default).AsTask().GetAwaiter().GetResult();
        return slot.Current;
    }

    private AssumeRoleWithWebIdentityResponse Token(Account management, string subject = "repo:octo/app:ref:refs/heads/main") =>
        federation.Account.Reach<AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse>(
            new() { RoleArn = FederationFixture.RoleArn, RoleSessionName = "job", WebIdentityToken = federation.Issuer.Token(federation.Now, claims => claims["sub"] = subject) },
            call with { OwnerManagement = management });

    private AssumeRoleWithSAMLResponse Assertion(Account management, string extra = "") => AssumeRoleWithSAML.Handle(
        new()
        {
            RoleArn = FederationFixture.RoleArn,
            PrincipalArn = FederationFixture.SamlArn,
            SAMLAssertion = TestIdentityProvider.Encode(TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now, extra: extra))),
        },
        call with { OwnerManagement = management });
}
