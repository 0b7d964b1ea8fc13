using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class DeleteGroupPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_away_one_policy_only()
    {
        GivenGroup();

        Call(new() { GroupName = "Admins", PolicyName = "read" });

        Assert.Equal(["write"], account.Account.Groups.Find("Admins")!.InlinePolicies.Select(policy => policy.Name));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        GivenGroup();

        account.RefusesMissing("The group policy with name other cannot be found.", () => Call(new() { GroupName = "Admins", PolicyName = "other" }));
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody", PolicyName = "read" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<DeleteGroupPolicy, DeleteGroupPolicyRequest>(
            "iam:DeleteGroupPolicy", new() { GroupName = "admins", PolicyName = "read" });

        Assert.Equal(["iam:DeleteGroupPolicy arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private void GivenGroup() =>
        account.Put(account.AddGroup("Admins") with { InlinePolicies = [new("read", Givens.Document), new("write", Givens.Document)] });

    private DeleteGroupPolicyResponse Call(DeleteGroupPolicyRequest request) =>
        account.Write<DeleteGroupPolicy, DeleteGroupPolicyRequest, DeleteGroupPolicyResponse>(request);
}
