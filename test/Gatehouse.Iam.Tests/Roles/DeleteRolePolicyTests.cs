using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class DeleteRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_a_policy()
    {
        account.Put(account.AddRole("App") with { InlinePolicies = [new("own", Givens.Document), new("rest", Givens.Document)] });

        Call(new() { RoleName = "app", PolicyName = "own" });

        Assert.Equal(["rest"], account.Reload().Roles[0].InlinePolicies.Select(policy => policy.Name));
    }

    [Fact]
    public void Knows_neither_role_nor_policy_that_is_not_there()
    {
        account.AddRole("App");

        account.RefusesMissing("The role policy with name none cannot be found.", () => Call(new() { RoleName = "App", PolicyName = "none" }));
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyName = "none" }));
    }

    private DeleteRolePolicyResponse Call(DeleteRolePolicyRequest request) =>
        account.Write<DeleteRolePolicy, DeleteRolePolicyRequest, DeleteRolePolicyResponse>(request);
}
