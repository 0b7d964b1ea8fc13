using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class ListGroupPoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_names_page_by_page()
    {
        account.Put(account.AddGroup("Admins") with { InlinePolicies = [new("a", Givens.Document), new("B", Givens.Document), new("c", Givens.Document)] });

        var first = Call(new() { GroupName = "Admins", MaxItems = 2 });
        var second = Call(new() { GroupName = "Admins", MaxItems = 2, Marker = first.Marker });

        Assert.Equal(["a", "B"], first.PolicyNames);
        Assert.True(first.IsTruncated);
        Assert.Equal(["c"], second.PolicyNames);
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Lists_nothing_where_nothing_is()
    {
        account.AddGroup("Admins");

        Assert.Empty(Call(new() { GroupName = "Admins" }).PolicyNames);
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<ListGroupPolicies, ListGroupPoliciesRequest>("iam:ListGroupPolicies", new() { GroupName = "admins" });

        Assert.Equal(["iam:ListGroupPolicies arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private ListGroupPoliciesResponse Call(ListGroupPoliciesRequest request) =>
        account.Read<ListGroupPolicies, ListGroupPoliciesRequest, ListGroupPoliciesResponse>(request);
}
