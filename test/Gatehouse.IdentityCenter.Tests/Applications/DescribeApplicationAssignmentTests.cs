using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DescribeApplicationAssignmentTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void An_assignment_is_shown_as_it_was_made()
    {
        var arn = center.CreateApplication();
        var alice = center.AddUser("alice").Id;
        center.Assign(arn, alice);

        var shown = Call(new() { ApplicationArn = arn, PrincipalId = alice, PrincipalType = PrincipalType.USER });

        Assert.Equal((arn, alice, PrincipalType.USER), (shown.ApplicationArn, shown.PrincipalId, shown.PrincipalType));
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, PrincipalId = alice, PrincipalType = PrincipalType.GROUP }));
    }

    private DescribeApplicationAssignmentResponse Call(DescribeApplicationAssignmentRequest request) => center.Account.Read<DescribeApplicationAssignment, DescribeApplicationAssignmentRequest, DescribeApplicationAssignmentResponse>(request);
}
