using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class UpdateRoleDescriptionTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Changes_the_description_and_shows_the_role()
    {
        account.Put(account.AddRole("App") with { MaxSessionSeconds = 7200 });

        var role = Call(new() { RoleName = "App", Description = "Runs." }).Role!;

        Assert.Equal(("Runs.", null, RoleGivens.Encoded), (role.Description, role.MaxSessionDuration, role.AssumeRolePolicyDocument));
        Assert.Equal(("Runs.", 7200), (account.Reload().Roles[0].Description, account.Account.Roles[0].MaxSessionSeconds));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", Description = "" }));

    [Fact]
    public void Is_checked_on_the_role()
    {
        account.AddRole("App", "/team/");

        var needs = account.Needs<UpdateRoleDescription, UpdateRoleDescriptionRequest>("iam:UpdateRoleDescription", new() { RoleName = "app" });

        Assert.Equal(["iam:UpdateRoleDescription arn:aws:iam::111122223333:role/team/App"], needs.Lines());
    }

    private UpdateRoleDescriptionResponse Call(UpdateRoleDescriptionRequest request) =>
        account.Reach<UpdateRoleDescription, UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>(request);
}
