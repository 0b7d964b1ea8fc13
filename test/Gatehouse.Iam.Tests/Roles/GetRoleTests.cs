using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class GetRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_everything_but_what_it_may_do()
    {
        account.Put(account.AddRole("App", "/team/") with
        {
            Description = "Runs.", MaxSessionSeconds = 7200, PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")],
        });

        var role = Call(new() { RoleName = "app" }).Role!;

        Assert.Equal(("App", "Runs.", 7200, RoleGivens.Encoded), (role.RoleName, role.Description, role.MaxSessionDuration, role.AssumeRolePolicyDocument));
        Assert.Equal(("Policy", Givens.ReadOnly), (role.PermissionsBoundary!.PermissionsBoundaryType, role.PermissionsBoundary.PermissionsBoundaryArn));
        Assert.Equal("blue", role.Tags![0].Value);
    }

    [Fact]
    public void Says_when_and_where_it_was_last_used()
    {
        var role = account.AddRole("App");
        Assert.Equal((null, null), (Call(new() { RoleName = "App" }).Role!.RoleLastUsed!.LastUsedDate, Call(new() { RoleName = "App" }).Role!.RoleLastUsed!.Region));
        Assert.Null(Call(new() { RoleName = "App" }).Role!.Tags);

        account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.OfRole(role.Id).Touch("s3", "eu-west-1", account.Clock.GetUtcNow());

        var used = Call(new() { RoleName = "App" }).Role!.RoleLastUsed!;
        Assert.Equal((account.Clock.GetUtcNow(), "eu-west-1"), (used.LastUsedDate, used.Region));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    [Fact]
    public void Is_checked_on_the_role_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddRole("App", "/team/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<GetRole, GetRoleRequest>("iam:GetRole", new() { RoleName = "app" });

        Assert.Equal(["iam:GetRole arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal(("role App", Givens.ReadOnly), (needs.Printed, needs.Value("iam:PermissionsBoundary")));
        Assert.Equal(("blue", "blue"), (needs.Value("aws:ResourceTag/team"), needs.Value("iam:ResourceTag/team")));
    }

    private GetRoleResponse Call(GetRoleRequest request) => account.Reach<GetRole, GetRoleRequest, GetRoleResponse>(request);
}
