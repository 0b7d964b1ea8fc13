using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class DeletePolicyTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Takes_a_policy_away()
    {
        var id = org.Policy();

        Delete(id);

        Assert.Throws<PolicyNotFoundException>(() => Delete(id));
    }

    [Fact]
    public void Refuses_one_that_is_attached()
    {
        org.Enable();
        var id = org.Policy();
        org.Attach(id, org.RootId);

        var refusal = Assert.Throws<PolicyInUseException>(() => Delete(id));

        Assert.Equal(
            (400, "PolicyInUseException", "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation."),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_AWS_s_own() => Assert.Equal("IMMUTABLE_POLICY", Assert.Throws<InvalidInputException>(() => Delete("p-FullAWSAccess")).Reason);

    private void Delete(string id) => org.Write<DeletePolicy, DeletePolicyRequest, DeletePolicyResponse>(new() { PolicyId = id });
}
