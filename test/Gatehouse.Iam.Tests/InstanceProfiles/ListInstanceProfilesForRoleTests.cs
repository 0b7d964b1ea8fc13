using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class ListInstanceProfilesForRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_profiles_that_hold_the_role_in_pages()
    {
        var role = account.AddRole("App");
        account.AddProfile("a", role);
        account.AddProfile("b", account.AddRole("Other"));
        account.AddProfile("c", role);

        var first = Call(new() { RoleName = "app", MaxItems = 1 });
        var second = Call(new() { RoleName = "app", MaxItems = 1, Marker = first.Marker });

        Assert.Equal(["a", "c"], first.InstanceProfiles.Concat(second.InstanceProfiles).Select(profile => profile.InstanceProfileName));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none" }));

    [Fact]
    public void Is_checked_on_the_role() => Assert.Equal(
        ["iam:ListInstanceProfilesForRole arn:aws:iam::111122223333:role/App"],
        account.Needs<ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest>("iam:ListInstanceProfilesForRole", new() { RoleName = "App" }).Lines());

    private ListInstanceProfilesForRoleResponse Call(ListInstanceProfilesForRoleRequest request) =>
        account.Reach<ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse>(request);
}
