using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class DetachGroupPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Detaches_a_policy_once()
    {
        account.Put(account.AddGroup("Admins") with { AttachedPolicies = [Givens.ReadOnly] });

        Call(new() { GroupName = "Admins", PolicyArn = Givens.ReadOnly });

        Assert.Empty(account.Account.Groups.Find("Admins")!.AttachedPolicies);
        account.RefusesMissing($"Policy {Givens.ReadOnly} was not found.", () => Call(new() { GroupName = "Admins", PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing(
            "The group with name Nobody cannot be found.",
            () => Call(new() { GroupName = "Nobody", PolicyArn = Givens.ReadOnly }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<DetachGroupPolicy, DetachGroupPolicyRequest>(
            "iam:DetachGroupPolicy", new() { GroupName = "admins", PolicyArn = Givens.ReadOnly });

        Assert.Equal(["iam:DetachGroupPolicy arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PolicyARN"));
    }

    private DetachGroupPolicyResponse Call(DetachGroupPolicyRequest request) =>
        account.Write<DetachGroupPolicy, DetachGroupPolicyRequest, DetachGroupPolicyResponse>(request);
}
