using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class PutRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Writes_a_policy_in_place_of_the_one_of_its_name()
    {
        account.AddRole("App");
        var other = Givens.Document.Replace("Get", "Put", StringComparison.Ordinal);

        Call(new() { RoleName = "app", PolicyName = "own", PolicyDocument = Givens.Document });
        Call(new() { RoleName = "App", PolicyName = "own", PolicyDocument = other });

        Assert.Equal([new("own", other)], account.Reload().Roles[0].InlinePolicies);
    }

    [Fact]
    public void Holds_10240_characters_in_all()
    {
        account.AddRole("App");
        Call(new() { RoleName = "App", PolicyName = "a", PolicyDocument = Sized(10240 - Givens.Document.Length) });
        Call(new() { RoleName = "App", PolicyName = "b", PolicyDocument = Givens.Document });

        account.RefusesMore(
            "Maximum policy size of 10240 bytes exceeded for role App", () => Call(new() { RoleName = "App", PolicyName = "b", PolicyDocument = Sized(Givens.Document.Length + 1) }));
    }

    [Fact]
    public void Refuses_what_is_no_policy_and_knows_no_role_that_is_not_there()
    {
        account.AddRole("App");

        account.RefusesDocument("Syntax errors in policy.", () => Call(new() { RoleName = "App", PolicyName = "own", PolicyDocument = "{" }));
        account.RefusesMissing(
            "The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyName = "own", PolicyDocument = Givens.Document }));
    }

    [Fact]
    public void Leaves_roles_of_services_alone()
    {
        // PE-16
        account.AddRole("AWSServiceRoleForECS", "/aws-service-role/ecs.amazonaws.com/");

        Assert.Throws<UnmodifiableEntityException>(() => Call(new() { RoleName = "AWSServiceRoleForECS", PolicyName = "own", PolicyDocument = Givens.Document }));
    }

    [Fact]
    public void Is_checked_on_the_role_and_its_boundary()
    {
        account.Put(account.AddRole("App", "/team/") with { PermissionsBoundary = Givens.ReadOnly });

        var needs = account.Needs<PutRolePolicy, PutRolePolicyRequest>("iam:PutRolePolicy", new() { RoleName = "app" });

        Assert.Equal(["iam:PutRolePolicy arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private static string Sized(int size) =>
        Givens.Document.Replace("s3:GetObject", "s3:" + new string('a', size - Givens.Document.Length + 9), StringComparison.Ordinal);

    private PutRolePolicyResponse Call(PutRolePolicyRequest request) => account.Write<PutRolePolicy, PutRolePolicyRequest, PutRolePolicyResponse>(request);
}
