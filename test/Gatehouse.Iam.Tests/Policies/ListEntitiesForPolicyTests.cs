using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class ListEntitiesForPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_groups_roles_and_users_page_by_page_under_one_marker()
    {
        Hold();
        var lines = new List<string>();
        string? marker = null;
        do
        {
            var page = Call(new() { PolicyArn = Givens.ReadOnly, MaxItems = 2, Marker = marker });
            lines.Add(string.Join(' ', Lines(page)));
            marker = page.Marker;
        }
        while (marker is not null);

        Assert.Equal(["g:a g:b", "r:app r:bounded", "u:Alice"], lines);
    }

    [Fact]
    public void Goes_on_where_it_was_though_what_it_showed_is_gone()
    {
        Hold();
        var first = Call(new() { PolicyArn = Givens.ReadOnly, MaxItems = 3 });
        account.Change(draft => draft.Remove(draft.Account.Roles.Find("app")!));

        Assert.Equal(["r:bounded", "u:Alice"], Lines(Call(new() { PolicyArn = Givens.ReadOnly, Marker = first.Marker })));
    }

    [Theory]
    [InlineData("Group", null, null, "g:a g:b")]
    [InlineData("Role", null, null, "r:app r:bounded")]
    [InlineData("User", null, null, "u:Alice")]
    [InlineData("LocalManagedPolicy", null, null, "")]
    [InlineData("AWSManagedPolicy", null, null, "")]
    [InlineData(null, "/team/", null, "g:b u:Alice")]
    [InlineData(null, null, "PermissionsBoundary", "r:bounded")]
    [InlineData(null, null, "PermissionsPolicy", "g:a g:b r:app u:Alice")]
    public void Narrows_by_kind_path_and_use(string? kind, string? path, string? use, string shown)
    {
        Hold();

        var page = Call(new() { PolicyArn = Givens.ReadOnly, EntityFilter = kind, PathPrefix = path, PolicyUsageFilter = use });

        Assert.Equal(shown, string.Join(' ', Lines(page)));
        Assert.False(page.IsTruncated);
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
        () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none" }));

    [Fact]
    public void Is_checked_on_the_policy() => Assert.Equal(
        [$"iam:ListEntitiesForPolicy {Givens.ReadOnly}"],
        account.Needs<ListEntitiesForPolicy, ListEntitiesForPolicyRequest>("iam:ListEntitiesForPolicy", new() { PolicyArn = Givens.ReadOnly }).Lines());

    private static IEnumerable<string> Lines(ListEntitiesForPolicyResponse page) =>
    [
        .. page.PolicyGroups!.Select(group => "g:" + group.GroupName),
        .. page.PolicyRoles!.Select(role => "r:" + role.RoleName),
        .. page.PolicyUsers!.Select(user => "u:" + user.UserName),
    ];

    private void Hold()
    {
        var (a, b) = (account.AddGroup("a"), account.AddGroup("b", "/team/"));
        account.Change(draft =>
        {
            draft.Put(a with { AttachedPolicies = [Givens.ReadOnly] });
            draft.Put(b with { AttachedPolicies = [Givens.ReadOnly] });
        });
        account.Put(account.AddRole("app") with { AttachedPolicies = [Givens.ReadOnly] });
        account.Put(account.AddRole("bounded") with { PermissionsBoundary = Givens.ReadOnly });
        account.AddRole("idle");
        account.Put(account.AddUser("Alice", "/team/") with { AttachedPolicies = [Givens.ReadOnly] });
    }

    private ListEntitiesForPolicyResponse Call(ListEntitiesForPolicyRequest request) =>
        account.Read<ListEntitiesForPolicy, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>(request);
}
