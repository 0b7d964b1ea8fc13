using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class AttachRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Attaches_policies_once_each()
    {
        account.AddRole("App");
        var own = account.AddPolicy("own", "/team/");

        Call(new() { RoleName = "app", PolicyArn = own });
        Call(new() { RoleName = "App", PolicyArn = Givens.ReadOnly });
        Call(new() { RoleName = "App", PolicyArn = own });

        Assert.Equal([own, Givens.ReadOnly], account.Reload().Roles[0].AttachedPolicies);
    }

    [Fact]
    public void Attaches_ten_and_no_more()
    {
        account.Put(account.AddRole("App") with { AttachedPolicies = [.. Enumerable.Range(0, 10).Select(number => account.AddPolicy($"p{number}"))] });

        account.RefusesMore("Cannot exceed quota for PoliciesPerRole: 10", () => Call(new() { RoleName = "App", PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Refuses_a_policy_that_is_for_the_roles_of_services()
    {
        account.AddRole("App");
        var theirs = account.Installation.AwsPolicies.All.First(policy => policy.Path == "/aws-service-role/").ArnIn("aws").Text;

        account.Refuses<PolicyNotAttachableException>(
            400, "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.", () => Call(new() { RoleName = "App", PolicyArn = theirs }));
    }

    [Fact]
    public void Knows_neither_role_nor_policy_that_is_not_there()
    {
        account.AddRole("App");
        const string none = "arn:aws:iam::111122223333:policy/none";

        account.RefusesMissing($"Policy {none} does not exist or is not attachable.", () => Call(new() { RoleName = "App", PolicyArn = none }));
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyArn = Givens.ReadOnly }));
        account.RefusesValue("ARN a-name-that-is-no-ARN is not valid.", () => Call(new() { RoleName = "App", PolicyArn = "a-name-that-is-no-ARN" }));
    }

    [Fact]
    public void Is_checked_with_the_policy_and_the_boundary()
    {
        account.Put(account.AddRole("App", "/team/") with { PermissionsBoundary = Givens.ReadOnly });

        var needs = account.Needs<AttachRolePolicy, AttachRolePolicyRequest>("iam:AttachRolePolicy", new() { RoleName = "app", PolicyArn = "arn:aws:iam::aws:policy/X" });

        Assert.Equal(["iam:AttachRolePolicy arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal(("arn:aws:iam::aws:policy/X", Givens.ReadOnly), (needs.Value("iam:PolicyARN"), needs.Value("iam:PermissionsBoundary")));
    }

    private AttachRolePolicyResponse Call(AttachRolePolicyRequest request) =>
        account.Write<AttachRolePolicy, AttachRolePolicyRequest, AttachRolePolicyResponse>(request);
}
