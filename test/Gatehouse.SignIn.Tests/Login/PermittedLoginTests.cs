using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Signin;
using Gatehouse.SignIn.Login;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rule AU-741: a login is what the policies of whoever signed in allow.</summary>
public sealed class PermittedLoginTests : LoginGivens
{
    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:CreateOAuth2Token","Resource":"arn:aws:signin:*:*:oauth2/public-client/remote"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"signin:*","Resource":"*"},{"Effect":"Deny","Action":"signin:CreateOAuth2Token","Resource":"*","Condition":{"StringEquals":{"signin:OAuthGrantType":"authorization_code"}}}]}""")]
    public void Who_may_not_gets_nothing(string policy) // [AU-741, AU-744]
    {
        Fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [], InlinePolicies = [new("p", policy)] }));

        var refusal = Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => Exchange(Code()));

        Assert.StartsWith(
            "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: signin:CreateOAuth2Token on resource: arn:aws:signin:us-east-1:111122223333:oauth2/public-client/localhost",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Permission_is_asked_again_at_every_refresh() // [AU-741]
    {
        var output = Exchange(Code());
        Fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [] }));

        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => RefreshWith(output));
    }

    [Fact]
    public void A_policy_can_ask_for_a_fresh_second_factor() // [AU-741]
    {
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}}""";
        Fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [], InlinePolicies = [new("p", policy)] }));
        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => Exchange(Code()));

        var output = Exchange(Code(session => session with { MfaTime = session.Issued }));
        Fixture.Clock.Advance(TimeSpan.FromMinutes(59));
        output = RefreshWith(output);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => RefreshWith(output));
    }

    [Fact]
    public void Root_needs_no_policy() // [AU-741]
    {
        Fixture.Change(draft => draft.Put(new LoginProfile { Created = draft.Now, Changed = draft.Now }));

        var output = Exchange(Code(session => session with { PrincipalId = AccountFixture.Id, PrincipalArn = "arn:aws:iam::111122223333:root" }));

        Assert.Equal(AccountFixture.Id, Open(output).PrincipalId);
    }
}
