using Gatehouse.Accounts.Entities;
using AccessDeniedException = Gatehouse.Contracts.RolesAnywhereSessions.AccessDeniedException;

namespace Gatehouse.RolesAnywhere.Tests.Sessions;

/// <summary>What the role's trust policy is asked [AU-862].</summary>
public sealed class AnywhereSessionTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Theory]
    [InlineData("aws:SourceArn", "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/ANCHOR", true)]
    [InlineData("aws:SourceArn", "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/other", false)]
    [InlineData("aws:SourceAccount", "111122223333", true)]
    [InlineData("aws:SourceAccount", "444455556666", false)]
    [InlineData("aws:SourceOrgID", "o-exampleorg", true)]
    [InlineData("aws:SourceOrgPaths", "o-exampleorg/r-root/", true)]
    [InlineData("aws:PrincipalServiceNamesList", "rolesanywhere.amazonaws.com", true)]
    [InlineData("aws:PrincipalType", "Service", true)]
    [InlineData("aws:ViaAWSService", "false", true)]
    [InlineData("aws:PrincipalTag/x509Subject/CN", "web-1", true)]
    [InlineData("aws:PrincipalTag/x509Subject/CN", "web-2", false)]
    [InlineData("aws:PrincipalTag/x509Issuer/CN", "Test Root", true)]
    [InlineData("aws:RequestTag/x509Subject/OU", "Web", true)]
    [InlineData("aws:PrincipalTag/x509SAN/DNS", "web-1.example.com", true)]
    [InlineData("aws:PrincipalTag/x509SAN/URI", "spiffe://example.com/web", true)]
    [InlineData("sts:SourceIdentity", "web-1", true)]
    [InlineData("sts:SourceIdentity", "root", false)]
    [InlineData("sts:RoleSessionName", "10ab01", true)]
    public void Asks_the_trust_policy_with_what_the_certificate_says(string key, string value, bool allowed) // [AU-862]
    {
        fixture.Account.Change(draft =>
        {
            draft.Put(draft.Account.Profile with { Membership = new("o-exampleorg", draft.Account.Id) });
            draft.Put(new MemberAccount { Id = draft.Account.Id, Name = "test", Email = "test@example.com", ParentId = "r-root", JoinedMethod = "INVITED", Joined = draft.Now });
            draft.Put(new Organization { Id = "o-exampleorg", RootId = "r-root", FeatureSet = "ALL", Created = draft.Now });
        });
        fixture.PutRole(AnywhereFixture.Trust[..^2]
            + ",\"Condition\":{\"StringEquals\":{\"" + key + "\":\"" + value.Replace("ANCHOR", fixture.Anchor.TrustAnchorId, StringComparison.Ordinal) + "\"}}}}");
        using var certificate = fixture.Root.Issue(change: AnywhereFixture.WithAlternativeNames);

        if (allowed)
        {
            Assert.Single(fixture.Begin(certificate).CredentialSet!);
        }
        else
        {
            Assert.Equal($"Unable to assume role for {AnywhereFixture.RoleArn}", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message);
        }
    }

    [Theory]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:TagSession")]
    [InlineData("sts:SetSourceIdentity")]
    public void Needs_all_three_permissions(string missing) // [AU-862]
    {
        fixture.PutRole(AnywhereFixture.Trust.Replace(missing, "sts:GetCallerIdentity", StringComparison.Ordinal));
        using var certificate = fixture.Root.Issue();

        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
    }

    [Fact]
    public void Needs_a_role_that_trusts_the_service_itself()
    {
        fixture.PutRole(AnywhereFixture.Trust.Replace("rolesanywhere.", "ec2.", StringComparison.Ordinal));
        using var certificate = fixture.Root.Issue();

        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
    }
}
