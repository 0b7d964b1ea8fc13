using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class AttachGroupPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Attaches_policies_of_AWS_and_of_the_account_once_each()
    {
        account.AddGroup("Admins");
        var own = account.AddPolicy("own", "/team/");

        Call(new() { GroupName = "Admins", PolicyArn = own });
        Call(new() { GroupName = "Admins", PolicyArn = Givens.ReadOnly });
        Call(new() { GroupName = "Admins", PolicyArn = own });

        Assert.Equal([own, Givens.ReadOnly], account.Account.Groups.Find("Admins")!.AttachedPolicies);
        Assert.Equal(1, account.Account.Attachments.CountOf(own));
    }

    [Fact]
    public void Attaches_ten_and_no_more()
    {
        account.AddGroup("Admins");
        for (var number = 0; number < 10; number++)
        {
            Call(new() { GroupName = "Admins", PolicyArn = account.AddPolicy($"p{number}") });
        }

        account.RefusesMore("Cannot exceed quota for PoliciesPerGroup: 10", () => Call(new() { GroupName = "Admins", PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        account.AddGroup("Admins");

        account.RefusesMissing(
            "Policy arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
            () => Call(new() { GroupName = "Admins", PolicyArn = "arn:aws:iam::111122223333:policy/none" }));
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

        var needs = account.Needs<AttachGroupPolicy, AttachGroupPolicyRequest>(
            "iam:AttachGroupPolicy", new() { GroupName = "admins", PolicyArn = Givens.ReadOnly });

        Assert.Equal(["iam:AttachGroupPolicy arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PolicyARN"));
    }

    private AttachGroupPolicyResponse Call(AttachGroupPolicyRequest request) =>
        account.Write<AttachGroupPolicy, AttachGroupPolicyRequest, AttachGroupPolicyResponse>(request);
}
