using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class ListAttachedGroupPoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_names_and_ARNs_in_the_order_of_names()
    {
        var (zeta, alpha) = (account.AddPolicy("zeta"), account.AddPolicy("Alpha", "/team/"));
        account.Put(account.AddGroup("Admins") with { AttachedPolicies = [zeta, Givens.ReadOnly, alpha] });

        var first = Call(new() { GroupName = "Admins", MaxItems = 2 });
        var second = Call(new() { GroupName = "Admins", MaxItems = 2, Marker = first.Marker });

        Assert.Equal([("Alpha", alpha), ("ReadOnlyAccess", Givens.ReadOnly)], first.AttachedPolicies!.Select(policy => (policy.PolicyName!, policy.PolicyArn!)));
        Assert.True(first.IsTruncated);
        Assert.Equal([zeta], second.AttachedPolicies!.Select(policy => policy.PolicyArn!));
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Lists_what_is_under_a_path_only()
    {
        var team = account.AddPolicy("own", "/team/");
        account.Put(account.AddGroup("Admins") with { AttachedPolicies = [team, Givens.ReadOnly] });

        Assert.Equal([team], Call(new() { GroupName = "Admins", PathPrefix = "/team/" }).AttachedPolicies!.Select(policy => policy.PolicyArn!));
        Assert.Empty(Call(new() { GroupName = "Admins", PathPrefix = "/other/" }).AttachedPolicies!);
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<ListAttachedGroupPolicies, ListAttachedGroupPoliciesRequest>(
            "iam:ListAttachedGroupPolicies", new() { GroupName = "admins" });

        Assert.Equal(["iam:ListAttachedGroupPolicies arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private ListAttachedGroupPoliciesResponse Call(ListAttachedGroupPoliciesRequest request) =>
        account.Read<ListAttachedGroupPolicies, ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse>(request);
}
