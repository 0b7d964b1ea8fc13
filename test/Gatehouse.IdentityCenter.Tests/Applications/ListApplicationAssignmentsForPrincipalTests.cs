using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationAssignmentsForPrincipalTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_user_has_those_of_its_groups_too()
    {
        var (own, shared, foreign) = (center.CreateApplication(), center.CreateApplication(), center.CreateApplication());
        var alice = center.AddUser("alice");
        var group = center.AddGroup("all", alice);
        center.Assign(own, alice.Id);
        center.Assign(shared, group.Id, PrincipalType.GROUP);
        center.Assign(foreign, center.AddUser("bob").Id);

        var found = Call(Of(alice.Id, PrincipalType.USER)).ApplicationAssignments!;

        Assert.Equal(new[] { own, shared }.Order(StringComparer.Ordinal), found.Select(one => one.ApplicationArn));
        Assert.Equal(PrincipalType.GROUP, found.Single(one => one.ApplicationArn == shared).PrincipalType);
        Assert.Equal(shared, Assert.Single(Call(Of(group.Id, PrincipalType.GROUP)).ApplicationAssignments!).ApplicationArn);
        Assert.Equal(own, Assert.Single(Call(Of(alice.Id, PrincipalType.USER, own)).ApplicationAssignments!).ApplicationArn);
    }

    [Fact]
    public void Of_somebody_unknown_nothing_is_listed() => Assert.Throws<ResourceNotFoundException>(() => Call(Of("00000000-0000-4000-8000-000000000000", PrincipalType.USER)));

    private static ListApplicationAssignmentsForPrincipalRequest Of(string id, string type, string? application = null) => new()
    {
        InstanceArn = CenterFixture.InstanceArn,
        PrincipalId = id,
        PrincipalType = type,
        Filter = application is null ? null : new() { ApplicationArn = application },
    };

    private ListApplicationAssignmentsForPrincipalResponse Call(ListApplicationAssignmentsForPrincipalRequest request) => center.Account.Read<ListApplicationAssignmentsForPrincipal, ListApplicationAssignmentsForPrincipalRequest, ListApplicationAssignmentsForPrincipalResponse>(request);
}
