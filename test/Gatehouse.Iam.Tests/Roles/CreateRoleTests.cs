using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class CreateRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_a_role_that_may_be_assumed_and_may_do_nothing()
    {
        var role = Call(new()
        {
            RoleName = "App", Path = "/team/", AssumeRolePolicyDocument = RoleGivens.Trust, Description = "Runs.", MaxSessionDuration = 7200, Tags = [new() { Key = "team", Value = "blue" }],
        }).Role!;

        Assert.StartsWith("AROA", role.RoleId);
        Assert.Equal(("arn:aws:iam::111122223333:role/team/App", "App", "/team/"), (role.Arn, role.RoleName, role.Path));
        Assert.Equal((RoleGivens.Encoded, account.Clock.GetUtcNow()), (role.AssumeRolePolicyDocument, role.CreateDate));
        Assert.Equal("team=blue", string.Join(',', role.Tags!.Select(tag => $"{tag.Key}={tag.Value}")));

        // AWS: these are for GetRole to show.
        Assert.Equal((null, null, null), (role.Description, role.MaxSessionDuration, role.RoleLastUsed));
        var kept = account.Reload().Roles.Find("app")!;
        Assert.Equal(("Runs.", 7200, RoleGivens.Trust), (kept.Description, kept.MaxSessionSeconds, kept.TrustPolicy));
    }

    [Fact]
    public void Gives_sessions_an_hour_unless_told_otherwise()
    {
        Call(new() { RoleName = "App", AssumeRolePolicyDocument = RoleGivens.Trust, Description = "" });

        Assert.Equal((3600, "/", null), (account.Account.Roles[0].MaxSessionSeconds, account.Account.Roles[0].Path, account.Account.Roles[0].Description));
    }

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        account.AddRole("App");

        account.RefusesTaken("Role with name APP already exists.", () => Call(new() { RoleName = "APP", AssumeRolePolicyDocument = RoleGivens.Trust }));
    }

    [Theory]
    [InlineData("{", "This policy contains invalid Json")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Resource":"*"}]}""", "Has prohibited field Resource")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject"}]}""",
        "Trust Policy statement actions can only be sts:AssumeRole, sts:AssumeRoleWithSAML,  and sts:AssumeRoleWithWebIdentity")]
    public void Refuses_what_is_no_trust_policy(string document, string message)
    {
        // PL-43
        account.RefusesDocument(message, () => Call(new() { RoleName = "App", AssumeRolePolicyDocument = document }));
    }

    [Fact]
    public void Refuses_to_trust_every_tenant_of_a_shared_identity_provider()
    {
        // PL-50
        // [AU-426] BI-175
        const string provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
        var document = RoleGivens.Trust.Replace("\"Service\":\"ec2.amazonaws.com\"", $"\"Federated\":\"{provider}\"", StringComparison.Ordinal)
            .Replace("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", StringComparison.Ordinal);

        Assert.Throws<MalformedPolicyDocumentException>(() => Call(new() { RoleName = "App", AssumeRolePolicyDocument = document }));
    }

    [Fact]
    public void Refuses_to_trust_every_tenant_of_an_identity_provider_that_the_operator_calls_shared()
    {
        // [AU-426]
        Shared(new()).Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(new() { RoleName = "App", AssumeRolePolicyDocument = RoleGivens.TrustingGitLab("{}") });

        var strict = Shared(new() { SharedIssuers = [new("gitlab.example.com", "sub"), new("gitlab.example.com", "namespace_id")] });
        strict.RefusesDocument(
            "Trust policy of an identity provider shared by many tenants (gitlab.example.com) must evaluate: gitlab.example.com:namespace_id",
            () => strict.Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(
                new() { RoleName = "App", AssumeRolePolicyDocument = RoleGivens.TrustingGitLab("""{"StringLike":{"gitlab.example.com:sub":"project_path:acme/*"}}""") }));
        strict.Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(new()
        {
            RoleName = "App",
            AssumeRolePolicyDocument = RoleGivens.TrustingGitLab("""{"StringLike":{"gitlab.example.com:sub":"project_path:acme/*","gitlab.example.com:namespace_id":"7"}}"""),
        });

        static AccountFixture Shared(FederationRules rules) => new(federation: rules);
    }

    [Fact]
    public void Counts_no_white_space_against_the_size_of_the_trust_policy()
    {
        // PL-16
        Call(new() { RoleName = "Largest", AssumeRolePolicyDocument = Sized(2048).Replace(",", ", \n", StringComparison.Ordinal) });

        account.RefusesMore("Cannot exceed quota for ACLSizePerRole: 2048", () => Call(new() { RoleName = "Larger", AssumeRolePolicyDocument = Sized(2049) }));
    }

    [Theory]
    [InlineData("/aws-service-role/ecs.amazonaws.com/", "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles")]
    [InlineData("/aws-reserved/x/", "Path prefix '/aws-reserved/' can only be used for AWS reserved Roles")]
    public void Refuses_the_paths_of_roles_that_nobody_may_change(string path, string message) => account.Refuses<InvalidInputException>(
        400, "InvalidInput", message, () => Call(new() { RoleName = "App", Path = path, AssumeRolePolicyDocument = RoleGivens.Trust }));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/none", 404, "NoSuchEntity", "Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.")]
    [InlineData("arn:aws:iam::111122223333:not_a_policy/none", 400, "InvalidInput", "ARN arn:aws:iam::111122223333:not_a_policy/none is not valid.")]
    public void Refuses_a_boundary_that_is_no_policy(string boundary, int status, string code, string message)
    {
        var refusal = Assert.ThrowsAny<Wire.ApiException>(
            () => Call(new() { RoleName = "App", AssumeRolePolicyDocument = RoleGivens.Trust, PermissionsBoundary = boundary }));

        Assert.Equal((status, code, message), (refusal.Status, refusal.Code, refusal.Message));
        Assert.Empty(account.Account.Roles);
    }

    [Fact]
    public void Is_checked_on_the_role_it_makes()
    {
        var needs = account.Needs<CreateRole, CreateRoleRequest>(
            "iam:CreateRole",
            new() { RoleName = "App", Path = "/team/", AssumeRolePolicyDocument = "", PermissionsBoundary = Givens.ReadOnly, Tags = [new() { Key = "team", Value = "blue" }] });

        const string role = "arn:aws:iam::111122223333:role/team/App";
        Assert.Equal([$"iam:CreateRole {role}", $"iam:TagRole {role}"], needs.Lines());
        Assert.Equal(
            (Givens.ReadOnly, "blue", "team"), (needs.Value("iam:PermissionsBoundary"), needs.Value("aws:RequestTag/team"), needs.Value("aws:TagKeys")));
    }

    private static string Sized(int size) =>
        RoleGivens.Trust.Replace("ec2.amazonaws.com", new string('a', size - RoleGivens.Trust.Length + 13) + ".com", StringComparison.Ordinal);

    private CreateRoleResponse Call(CreateRoleRequest request) => account.Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(request);
}
