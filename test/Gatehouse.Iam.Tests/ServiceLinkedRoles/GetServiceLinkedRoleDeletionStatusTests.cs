using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceLinkedRoles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceLinkedRoles;

public sealed class GetServiceLinkedRoleDeletionStatusTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Refuses_tasks_that_are_not_there()
    {
        account.RefusesMissing(
            "The deletion task with id task/aws-service-role/ecs.amazonaws.com/R/1 cannot be found.", () => Call("task/aws-service-role/ecs.amazonaws.com/R/1"));
        Assert.Throws<InvalidInputException>(() => { Call("nonsense"); });
    }

    [Fact]
    public void Is_checked_on_the_role()
    {
        var needs = account.Needs<GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest>(
            "iam:GetServiceLinkedRoleDeletionStatus", new() { DeletionTaskId = "task/aws-service-role/ecs.amazonaws.com/R/1" });

        Assert.Equal(["iam:GetServiceLinkedRoleDeletionStatus arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/R"], needs.Lines());
    }

    private GetServiceLinkedRoleDeletionStatusResponse Call(string id) =>
        account.Read<GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse>(
            new() { DeletionTaskId = id });
}
