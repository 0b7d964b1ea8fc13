using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Lifecycle;

namespace Gatehouse.Organizations.Tests.Lifecycle;

public sealed class CreateOrganizationTests
{
    private readonly OrganizationFixture org = new(organized: false);

    [Fact]
    public void Makes_the_caller_s_account_govern_a_new_organization()
    {
        var made = Create(new()).Organization!;

        Assert.Matches("^o-[a-z0-9]{10}$", made.Id);
        Assert.Equal($"arn:aws:organizations::111122223333:organization/{made.Id}", made.Arn);
        Assert.Equal(("ALL", "111122223333", "111122223333@example.com"), (made.FeatureSet, made.MasterAccountId, made.MasterAccountEmail));
        Assert.Equal($"arn:aws:organizations::111122223333:account/{made.Id}/111122223333", made.MasterAccountArn);
        Assert.Equal([("SERVICE_CONTROL_POLICY", "ENABLED")], made.AvailablePolicyTypes!.Select(type => (type.Type, type.Status)));
        Assert.Equal(new(made.Id!, "111122223333"), org.Account.Account.Profile.Membership);
        Assert.Matches("^r-[a-z0-9]{4}$", org.RootId);
        var member = Assert.Single(org.Account.Account.Members);
        Assert.Equal(("111122223333", "INVITED", org.RootId), (member.Id, member.JoinedMethod, member.ParentId));
    }

    [Fact]
    public void Has_AWS_s_policies_but_no_type_in_force()
    {
        Create(new() { FeatureSet = "ALL" });

        Assert.Equal(["p-FullAWSAccess", "p-RCPFullAWSAccess"], org.Account.Account.OrganizationPolicies.Select(policy => policy.Id));
        Assert.Empty(org.Organization.PolicyTypes);
    }

    [Fact]
    public void With_bills_alone_has_no_policies()
    {
        var made = Create(new() { FeatureSet = "CONSOLIDATED_BILLING" }).Organization!;

        Assert.Equal("CONSOLIDATED_BILLING", made.FeatureSet);
        Assert.Empty(made.AvailablePolicyTypes!);
        Assert.Empty(org.Account.Account.OrganizationPolicies);
    }

    [Fact]
    public void Refuses_an_account_that_belongs_to_one()
    {
        Create(new());

        var refusal = Assert.Throws<AlreadyInOrganizationException>(() => Create(new()));

        Assert.Equal((400, "AlreadyInOrganizationException", "The provided account is already a member of an organization."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_no_resource() => Assert.Equal("*", CreateOrganization.Target(new(), org.Account.Call).Text);

    private CreateOrganizationResponse Create(CreateOrganizationRequest request) =>
        org.Write<CreateOrganization, CreateOrganizationRequest, CreateOrganizationResponse>(request);
}
