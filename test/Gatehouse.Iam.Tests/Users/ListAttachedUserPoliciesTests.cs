using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class ListAttachedUserPoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_names_and_ARNs_in_the_order_of_names()
    {
        var (zeta, alpha) = (account.AddPolicy("zeta"), account.AddPolicy("Alpha", "/team/"));
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [zeta, Givens.ReadOnly, alpha] });

        var first = Call(new() { UserName = "Alice", MaxItems = 2 });
        var second = Call(new() { UserName = "Alice", MaxItems = 2, Marker = first.Marker });

        Assert.Equal([("Alpha", alpha), ("ReadOnlyAccess", Givens.ReadOnly)], first.AttachedPolicies!.Select(policy => (policy.PolicyName!, policy.PolicyArn!)));
        Assert.True(first.IsTruncated);
        Assert.Equal([zeta], second.AttachedPolicies!.Select(policy => policy.PolicyArn!));
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Lists_what_is_under_a_path_only()
    {
        var team = account.AddPolicy("own", "/team/");
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [team, Givens.ReadOnly] });

        Assert.Equal([team], Call(new() { UserName = "Alice", PathPrefix = "/team/" }).AttachedPolicies!.Select(policy => policy.PolicyArn!));
        Assert.Empty(Call(new() { UserName = "Alice", PathPrefix = "/other/" }).AttachedPolicies!);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<ListAttachedUserPolicies, ListAttachedUserPoliciesRequest>(
            "iam:ListAttachedUserPolicies", new() { UserName = "alice" });

        Assert.Equal(["iam:ListAttachedUserPolicies arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
    }

    private ListAttachedUserPoliciesResponse Call(ListAttachedUserPoliciesRequest request) =>
        account.Read<ListAttachedUserPolicies, ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse>(request);
}
