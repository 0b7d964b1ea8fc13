using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class GetRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_text_URL_encoded()
    {
        account.Put(account.AddRole("App") with { InlinePolicies = [new("Own", Givens.Document)] });

        var policy = Call(new() { RoleName = "app", PolicyName = "own" });

        Assert.Equal(("App", "Own", Uri.EscapeDataString(Givens.Document)), (policy.RoleName, policy.PolicyName, policy.PolicyDocument));
    }

    [Fact]
    public void Knows_neither_role_nor_policy_that_is_not_there()
    {
        account.AddRole("App");

        account.RefusesMissing("The role policy with name none cannot be found.", () => Call(new() { RoleName = "App", PolicyName = "none" }));
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyName = "none" }));
    }

    private GetRolePolicyResponse Call(GetRolePolicyRequest request) => account.Read<GetRolePolicy, GetRolePolicyRequest, GetRolePolicyResponse>(request);
}
