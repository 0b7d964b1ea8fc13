using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class DetachRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Detaches_a_policy()
    {
        account.Put(account.AddRole("App") with { AttachedPolicies = [Givens.ReadOnly] });

        Call(new() { RoleName = "app", PolicyArn = Givens.ReadOnly });

        Assert.Empty(account.Reload().Roles[0].AttachedPolicies);
    }

    [Theory]
    [InlineData(Givens.ReadOnly)]
    [InlineData("arn:aws:iam::aws:policy/Nonexistent")]
    public void Refuses_what_is_not_attached(string arn)
    {
        account.AddRole("App");

        account.RefusesMissing($"Policy {arn} was not found.", () => Call(new() { RoleName = "App", PolicyArn = arn }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyArn = Givens.ReadOnly }));

    [Fact]
    public void Is_checked_with_the_policy() => Assert.Equal(
        Givens.ReadOnly,
        account.Needs<DetachRolePolicy, DetachRolePolicyRequest>("iam:DetachRolePolicy", new() { RoleName = "App", PolicyArn = Givens.ReadOnly }).Value("iam:PolicyARN"));

    private DetachRolePolicyResponse Call(DetachRolePolicyRequest request) =>
        account.Write<DetachRolePolicy, DetachRolePolicyRequest, DetachRolePolicyResponse>(request);
}
