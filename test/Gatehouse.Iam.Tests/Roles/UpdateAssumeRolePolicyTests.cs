using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class UpdateAssumeRolePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Replaces_who_may_assume_the_role()
    {
        account.AddRole("App");
        account.AddUser("Alice");

        Call(new() { RoleName = "app", PolicyDocument = RoleGivens.Trusting("arn:aws:iam::111122223333:user/Alice") });

        Assert.Equal(RoleGivens.Trusting(account.Account.Users[0].Id), account.Reload().Roles[0].TrustPolicy);
    }

    [Fact]
    public void May_name_the_role_itself()
    {
        var role = account.AddRole("App");

        Call(new() { RoleName = "App", PolicyDocument = RoleGivens.Trusting("arn:aws:iam::111122223333:role/App") });

        Assert.Equal(RoleGivens.Trusting(role.Id), account.Account.Roles[0].TrustPolicy);
    }

    [Fact]
    public void Refuses_what_is_no_trust_policy_and_whom_there_is_not()
    {
        account.AddRole("App");

        account.RefusesDocument("This policy contains invalid Json", () => Call(new() { RoleName = "App", PolicyDocument = "{" }));
        account.RefusesDocument(
            "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/None\"",
            () => Call(new() { RoleName = "App", PolicyDocument = RoleGivens.Trusting("arn:aws:iam::111122223333:user/None") }));
    }

    [Fact]
    public void Asks_for_the_tenant_of_a_shared_identity_provider_and_leaves_alone_what_was_saved_without()
    {
        // [AU-426]
        var strict = new AccountFixture(federation: new() { SharedIssuers = [new("gitlab.example.com", "sub")] });
        strict.Put(strict.AddRole("App") with { TrustPolicy = RoleGivens.TrustingGitLab("{}") });
        void Update(string conditions) => strict.Reach<UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
            new() { RoleName = "App", PolicyDocument = RoleGivens.TrustingGitLab(conditions) });

        Assert.Throws<MalformedPolicyDocumentException>(() => Update("""{"StringLike":{"gitlab.example.com:sub":"*"}}"""));
        Assert.Equal(RoleGivens.TrustingGitLab("{}"), strict.Reload().Roles[0].TrustPolicy);
        Update("""{"StringLike":{"gitlab.example.com:sub":"project_path:acme/*"}}""");
        Assert.Contains("acme", strict.Reload().Roles[0].TrustPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/aws-service-role/ecs.amazonaws.com/")]
    [InlineData("/aws-reserved/sso.amazonaws.com/")]
    public void Leaves_roles_of_AWS_alone(string path)
    {
        // PE-16
        account.AddRole("Theirs", path);

        account.Refuses<UnmodifiableEntityException>(
            400,
            "UnmodifiableEntity",
            "Cannot perform the operation on the protected role 'Theirs' - this role is only modifiable by AWS",
            () => Call(new() { RoleName = "theirs", PolicyDocument = RoleGivens.Trust }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", PolicyDocument = RoleGivens.Trust }));

    [Fact]
    public void Is_checked_on_the_role_and_its_boundary()
    {
        account.Put(account.AddRole("App", "/team/") with { PermissionsBoundary = Givens.ReadOnly });

        var needs = account.Needs<UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest>("iam:UpdateAssumeRolePolicy", new() { RoleName = "app" });

        Assert.Equal(["iam:UpdateAssumeRolePolicy arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private UpdateAssumeRolePolicyResponse Call(UpdateAssumeRolePolicyRequest request) =>
        account.Reach<UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(request);
}
