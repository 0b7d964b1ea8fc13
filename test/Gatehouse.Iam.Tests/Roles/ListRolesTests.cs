using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class ListRolesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_by_name_and_path_in_pages()
    {
        account.Put(account.AddRole("b", "/team/") with { Description = "Runs.", PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });
        account.AddRole("A", "/team/");
        account.AddRole("c");

        var first = Call(new() { MaxItems = 2 });
        var second = Call(new() { Marker = first.Marker });

        Assert.Equal(["A", "b", "c"], first.Roles.Concat(second.Roles).Select(role => role.RoleName));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
        Assert.Equal(["A", "b"], Call(new() { PathPrefix = "/te" }).Roles.Select(role => role.RoleName));
        Assert.Equal(("Runs.", 3600, RoleGivens.Encoded), (first.Roles[1].Description, first.Roles[1].MaxSessionDuration, first.Roles[1].AssumeRolePolicyDocument));

        // AWS: lists leave these out.
        Assert.Equal((null, null, null), (first.Roles[1].Tags, first.Roles[1].PermissionsBoundary, first.Roles[1].RoleLastUsed));
    }

    [Fact]
    public void Shows_users_of_other_accounts_by_their_ARNs()
    {
        // PL-51
        var bob = account.AddForeignUser("Bob");
        account.Put(account.AddRole("App") with { TrustPolicy = RoleGivens.Trusting(bob.Id), ForeignTrusts = [new(bob.Id, RoleGivens.Other)] });

        Assert.Contains("user/Bob", Uri.UnescapeDataString(Call(new()).Roles[0].AssumeRolePolicyDocument!));
    }

    [Fact]
    public void Is_checked_on_the_path_it_asks_for()
    {
        // PE-8
        Assert.Equal(["iam:ListRoles arn:aws:iam::111122223333:role/"], account.Needs<ListRoles, ListRolesRequest>("iam:ListRoles", new()).Lines());
        Assert.Equal(
            ["iam:ListRoles arn:aws:iam::111122223333:role/team/"], account.Needs<ListRoles, ListRolesRequest>("iam:ListRoles", new() { PathPrefix = "/team/" }).Lines());
    }

    private ListRolesResponse Call(ListRolesRequest request) => account.Reach<ListRoles, ListRolesRequest, ListRolesResponse>(request);
}
