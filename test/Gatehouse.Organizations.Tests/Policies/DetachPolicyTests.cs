using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class DetachPolicyTests
{
    private readonly OrganizationFixture org = new();

    public DetachPolicyTests() => org.Enable();

    [Fact]
    public void Ends_a_policy_s_force_the_default_s_too_when_another_stays()
    {
        var id = org.Policy();
        org.Attach(id, org.RootId);

        Detach("p-FullAWSAccess", org.RootId);

        Assert.Equal(["deny-leave"], org.On(org.RootId));
    }

    [Fact]
    public void Refuses_the_last_one_PE_40()
    {
        var refusal = Assert.Throws<ConstraintViolationException>(() => Detach("p-FullAWSAccess", org.RootId));

        Assert.Equal(
            ("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times."),
            (refusal.Reason, refusal.Message));
    }

    [Fact]
    public void Refuses_the_policy_that_lets_resources_be_reached_PE_30()
    {
        org.Enable(OrganizationFixture.ResourceControl);

        Assert.Equal("NON_DETACHABLE_POLICY", Assert.Throws<InvalidInputException>(() => Detach("p-RCPFullAWSAccess", org.RootId)).Reason);
    }

    [Fact]
    public void Refuses_what_is_not_attached_or_not_there()
    {
        var id = org.Policy();

        Assert.Throws<PolicyNotAttachedException>(() => Detach(id, org.RootId));
        Assert.Throws<PolicyNotFoundException>(() => Detach("p-12345678", org.RootId));
        Assert.Throws<TargetNotFoundException>(() => Detach(id, "r-none"));
    }

    private void Detach(string policy, string target) =>
        org.Write<DetachPolicy, DetachPolicyRequest, DetachPolicyResponse>(new() { PolicyId = policy, TargetId = target });
}
