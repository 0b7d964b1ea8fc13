using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class ListAttachedRolePoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_by_name_and_path_in_pages()
    {
        var own = account.AddPolicy("own", "/team/");
        account.Put(account.AddRole("App") with { AttachedPolicies = [Givens.ReadOnly, own] });

        var first = Call(new() { RoleName = "App", MaxItems = 1 });
        var second = Call(new() { RoleName = "App", Marker = first.Marker });

        Assert.Equal([own, Givens.ReadOnly], first.AttachedPolicies!.Concat(second.AttachedPolicies!).Select(policy => policy.PolicyArn!));
        Assert.Equal([own], Call(new() { RoleName = "App", PathPrefix = "/team/" }).AttachedPolicies!.Select(policy => policy.PolicyArn!));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    private ListAttachedRolePoliciesResponse Call(ListAttachedRolePoliciesRequest request) =>
        account.Read<ListAttachedRolePolicies, ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>(request);
}
