using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class ListRolePoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_names_in_pages()
    {
        account.Put(account.AddRole("App") with { InlinePolicies = [new("A", ""), new("b", ""), new("C", "")] });

        var first = Call(new() { RoleName = "App", MaxItems = 2 });
        var second = Call(new() { RoleName = "App", Marker = first.Marker });

        Assert.Equal(["A", "b", "C"], first.PolicyNames.Concat(second.PolicyNames));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    private ListRolePoliciesResponse Call(ListRolePoliciesRequest request) =>
        account.Read<ListRolePolicies, ListRolePoliciesRequest, ListRolePoliciesResponse>(request);
}
