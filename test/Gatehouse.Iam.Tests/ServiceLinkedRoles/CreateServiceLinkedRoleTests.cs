using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Iam.ServiceLinkedRoles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceLinkedRoles;

public sealed class CreateServiceLinkedRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_the_role_that_the_service_asks_for()
    {
        var role = Call(new() { AWSServiceName = "autoscaling.amazonaws.com", Description = "Scales." }).Role!;

        Assert.Equal(
            ("AWSServiceRoleForAutoScaling", "/aws-service-role/autoscaling.amazonaws.com/", "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"),
            (role.RoleName, role.Path, role.Arn));
        Assert.StartsWith("AROA", role.RoleId);
        Assert.Contains("\"Service\":\"autoscaling.amazonaws.com\"", Uri.UnescapeDataString(role.AssumeRolePolicyDocument!));
        var kept = account.Reload().Roles.Find(role.RoleName)!;
        Assert.True(kept.IsServiceLinked);
        Assert.Equal(("Scales.", 3600), (kept.Description, kept.MaxSessionSeconds));
        Assert.Equal(["arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy"], kept.AttachedPolicies);
    }

    [Fact]
    public void Every_service_of_the_catalogue_has_a_policy_and_a_name_that_fit()
    {
        var lines = new StreamReader(typeof(LinkedService).Assembly.GetManifestResourceStream("service-linked-roles.txt")!).ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));

        Assert.All(lines, line =>
        {
            var service = LinkedService.Find(line.Split(' ')[0] + ".amazonaws.com")!;
            Assert.NotNull(account.Installation.AwsPolicies.Find(service.Policy));
            Assert.Matches(@"^[\w+=,.@-]{1,64}$", service.RoleName);
        });
    }

    [Fact]
    public void A_suffix_makes_another_role_where_the_service_lets_it()
    {
        Call(new() { AWSServiceName = "autoscaling.amazonaws.com" });

        Assert.Equal("AWSServiceRoleForAutoScaling_blue", Call(new() { AWSServiceName = "autoscaling.amazonaws.com", CustomSuffix = "blue" }).Role!.RoleName);
    }

    [Theory]
    [InlineData("autoscaling.amazonaws.com", null, "Service role name AWSServiceRoleForAutoScaling has been taken in this account, please try a different suffix.")]
    [InlineData("ecs.amazonaws.com", "blue", "Custom suffix is not allowed for ecs.amazonaws.com")]
    [InlineData("AutoScaling.amazonaws.com", null, "Cannot find Service Linked Role template for AutoScaling.amazonaws.com")]
    [InlineData("#.amazonaws.com", null, "Cannot find Service Linked Role template for #.amazonaws.com")]
    public void Refuses_in_the_words_of_AWS(string service, string? suffix, string message)
    {
        Call(new() { AWSServiceName = "autoscaling.amazonaws.com" });

        account.Refuses<InvalidInputException>(400, "InvalidInput", message, () => Call(new() { AWSServiceName = service, CustomSuffix = suffix }));
    }

    [Fact]
    public void Refuses_a_suffix_that_makes_the_name_too_long() =>
        Assert.Throws<InvalidInputException>(() => { Call(new() { AWSServiceName = "autoscaling.amazonaws.com", CustomSuffix = new('x', 40) }); });

    [Fact]
    public void Is_checked_on_the_role_with_the_service()
    {
        var needs = account.Needs<CreateServiceLinkedRole, CreateServiceLinkedRoleRequest>(
            "iam:CreateServiceLinkedRole", new() { AWSServiceName = "ecs.amazonaws.com" });

        Assert.Equal(["iam:CreateServiceLinkedRole arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"], needs.Lines());
        Assert.Equal("ecs.amazonaws.com", needs.Value("iam:AWSServiceName"));
    }

    [Fact]
    public void Nobody_in_the_account_can_change_the_role_PE_16()
    {
        Call(new() { AWSServiceName = "ecs.amazonaws.com" });
        const string message = "Cannot perform the operation on the protected role 'AWSServiceRoleForECS' - this role is only modifiable by AWS";

        foreach (var attempt in Changes("AWSServiceRoleForECS"))
        {
            account.Refuses<UnmodifiableEntityException>(400, "UnmodifiableEntity", message, attempt);
        }
    }

    private IEnumerable<Func<object>> Changes(string name) =>
    [
        () => account.Write<DeleteRole, DeleteRoleRequest, DeleteRoleResponse>(new() { RoleName = name }),
        () => account.Write<AttachRolePolicy, AttachRolePolicyRequest, AttachRolePolicyResponse>(new() { RoleName = name, PolicyArn = Givens.ReadOnly }),
        () => account.Write<DetachRolePolicy, DetachRolePolicyRequest, DetachRolePolicyResponse>(
            new() { RoleName = name, PolicyArn = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy" }),
        () => account.Write<PutRolePolicy, PutRolePolicyRequest, PutRolePolicyResponse>(new() { RoleName = name, PolicyName = "p", PolicyDocument = Givens.Document }),
        () => account.Write<DeleteRolePolicy, DeleteRolePolicyRequest, DeleteRolePolicyResponse>(new() { RoleName = name, PolicyName = "p" }),
        () => account.Write<PutRolePermissionsBoundary, PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>(
            new() { RoleName = name, PermissionsBoundary = Givens.ReadOnly }),
        () => account.Write<UpdateRole, UpdateRoleRequest, UpdateRoleResponse>(new() { RoleName = name, MaxSessionDuration = 7200 }),
        () => account.Reach<UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
            new() { RoleName = name, PolicyDocument = RoleGivens.Trust }),
    ];

    private CreateServiceLinkedRoleResponse Call(CreateServiceLinkedRoleRequest request) =>
        account.Write<CreateServiceLinkedRole, CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>(request);
}
