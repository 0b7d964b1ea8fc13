using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class ListUserPoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_names_page_by_page()
    {
        account.Put(account.AddUser("Alice") with { InlinePolicies = [new("a", Givens.Document), new("B", Givens.Document), new("c", Givens.Document)] });

        var first = Call(new() { UserName = "Alice", MaxItems = 2 });
        var second = Call(new() { UserName = "Alice", MaxItems = 2, Marker = first.Marker });

        Assert.Equal(["a", "B"], first.PolicyNames);
        Assert.True(first.IsTruncated);
        Assert.Equal(["c"], second.PolicyNames);
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Lists_nothing_where_nothing_is()
    {
        account.AddUser("Alice");

        Assert.Empty(Call(new() { UserName = "Alice" }).PolicyNames);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<ListUserPolicies, ListUserPoliciesRequest>("iam:ListUserPolicies", new() { UserName = "alice" });

        Assert.Equal(["iam:ListUserPolicies arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
    }

    private ListUserPoliciesResponse Call(ListUserPoliciesRequest request) =>
        account.Read<ListUserPolicies, ListUserPoliciesRequest, ListUserPoliciesResponse>(request);
}
