using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DeleteApplicationAssignmentTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void An_assignment_goes_once()
    {
        var arn = center.CreateApplication();
        var alice = center.AddUser("alice").Id;
        center.Assign(arn, alice);

        Call(new() { ApplicationArn = arn, PrincipalId = alice, PrincipalType = PrincipalType.USER });

        Assert.Empty(center.Account.Account.ApplicationAssignments);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, PrincipalId = alice, PrincipalType = PrincipalType.USER }));
    }

    private DeleteApplicationAssignmentResponse Call(DeleteApplicationAssignmentRequest request) => center.Account.Write<DeleteApplicationAssignment, DeleteApplicationAssignmentRequest, DeleteApplicationAssignmentResponse>(request);
}
