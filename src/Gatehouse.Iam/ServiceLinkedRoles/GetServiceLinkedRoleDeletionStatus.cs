using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.ServiceLinkedRoles;

/// <summary>Shows how the deletion of a service's role went, and what stood against it.</summary>
internal sealed class GetServiceLinkedRoleDeletionStatus : IRead<GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse>
{
    public static Arn Target(GetServiceLinkedRoleDeletionStatusRequest request, Call call) => Parts(request) is ["task", "aws-service-role", var service, var role, _]
        ? Accounts.Entities.Role.ArnOf(call.Account.Id, LinkedService.PathOf(service), role)
        : Accounts.Entities.Role.ArnOf(call.Account.Id, "/", "*");

    public static GetServiceLinkedRoleDeletionStatusResponse Handle(GetServiceLinkedRoleDeletionStatusRequest request, Call call)
    {
        if (Parts(request) is not ["task", "aws-service-role", _, _, _])
        {
            throw new InvalidInputException($"The deletion task id {request.DeletionTaskId} is not valid.");
        }

        var task = call.Account.RoleDeletions.Find(request.DeletionTaskId)
            ?? throw new NoSuchEntityException($"The deletion task with id {request.DeletionTaskId} cannot be found.");
        if (task.Uses.IsEmpty)
        {
            return new() { Status = Shapes.DeletionTaskStatusType.SUCCEEDED };
        }

        return new()
        {
            Status = Shapes.DeletionTaskStatusType.FAILED,
            Reason = new()
            {
                Reason = "A service-linked role is required for one or more resources.",
                RoleUsageList = [new() { Region = "us-east-1", Resources = task.Uses }],
            },
        };
    }

    private static string[] Parts(GetServiceLinkedRoleDeletionStatusRequest request) => request.DeletionTaskId.Split('/');
}
