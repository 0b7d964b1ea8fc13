using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class UpdatePolicyTests
{
    private const string Other = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}""";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Changes_what_is_given_and_leaves_the_rest()
    {
        var id = org.Policy("a");

        Update(new() { PolicyId = id, Content = Other });
        var changed = Update(new() { PolicyId = id, Name = "b", Description = "said" });

        Assert.Equal((Other, "b", "said"), (changed.Content, changed.PolicySummary!.Name, changed.PolicySummary.Description));
    }

    [Fact]
    public void Keeps_what_it_is_attached_to()
    {
        org.Enable();
        var id = org.Policy("a");
        org.Attach(id, org.RootId);

        Update(new() { PolicyId = id, Content = Other });

        Assert.Equal([org.RootId], org.Account.Account.OrganizationPolicies.Find(id)!.Targets);
    }

    [Fact]
    public void Refuses_AWS_s_own()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => Update(new() { PolicyId = "p-FullAWSAccess", Content = Other }));

        Assert.Equal("IMMUTABLE_POLICY", refusal.Reason);
    }

    [Fact]
    public void Refuses_to_change_nothing() =>
        Assert.Equal("INPUT_REQUIRED", Assert.Throws<InvalidInputException>(() => Update(new() { PolicyId = org.Policy() })).Reason);

    [Fact]
    public void Refuses_a_name_that_another_has()
    {
        org.Policy("a");
        var id = org.Policy("b");

        Assert.Throws<DuplicatePolicyException>(() => Update(new() { PolicyId = id, Name = "a" }));
        Update(new() { PolicyId = id, Name = "b" });
    }

    [Fact]
    public void Refuses_a_text_that_is_no_policy() =>
        Assert.Throws<MalformedPolicyDocumentException>(() => Update(new() { PolicyId = org.Policy(), Content = "{" }));

    [Fact]
    public void Refuses_one_that_is_not_there()
    {
        var refusal = Assert.Throws<PolicyNotFoundException>(() => Update(new() { PolicyId = "p-12345678", Name = "x" }));

        Assert.Equal((400, "PolicyNotFoundException", "We can't find a policy with the PolicyId that you specified."), (refusal.Status, refusal.Code, refusal.Message));
    }

    private Contracts.Organizations.Shapes.Policy Update(UpdatePolicyRequest request) =>
        org.Write<UpdatePolicy, UpdatePolicyRequest, UpdatePolicyResponse>(request).Policy!;
}
