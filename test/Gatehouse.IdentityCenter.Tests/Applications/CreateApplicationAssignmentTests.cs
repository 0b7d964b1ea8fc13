using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class CreateApplicationAssignmentTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Nobody_is_assigned_twice_and_a_group_is_not_a_user()
    {
        var arn = center.CreateApplication();
        var (alice, group) = (center.AddUser("alice"), center.AddGroup("all"));
        center.Assign(arn, alice.Id);
        center.Assign(arn, group.Id, PrincipalType.GROUP);

        Assert.Throws<ConflictException>(() => center.Assign(arn, alice.Id));
        Assert.Throws<ResourceNotFoundException>(() => center.Assign(arn, alice.Id, PrincipalType.GROUP));
        Assert.Throws<ResourceNotFoundException>(() => center.Assign(arn, group.Id));
        Assert.Equal(2, center.Account.Account.ApplicationAssignments.Count);
    }

    [Fact]
    public void The_application_must_be_there() => Assert.Throws<ResourceNotFoundException>(() => center.Assign(ApplicationGivens.Nowhere, center.AddUser("alice").Id));
}
