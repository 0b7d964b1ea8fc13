using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class UntagRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_off_the_keys_it_is_given_whatever_their_case()
    {
        account.Put(account.AddRole("App") with { Tags = [new("team", "blue"), new("stage", "")] });

        Call(new() { RoleName = "app", TagKeys = ["TEAM", "none"] });

        Assert.Equal(["stage"], account.Reload().Roles[0].Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", TagKeys = [] }));

    [Fact]
    public void Is_checked_with_the_keys_it_takes_off()
    {
        var needs = account.Needs<UntagRole, UntagRoleRequest>("iam:UntagRole", new() { RoleName = "App", TagKeys = ["team", "stage"] });

        Assert.Equal("team stage", needs.Value("aws:TagKeys"));
    }

    private UntagRoleResponse Call(UntagRoleRequest request) => account.Write<UntagRole, UntagRoleRequest, UntagRoleResponse>(request);
}
