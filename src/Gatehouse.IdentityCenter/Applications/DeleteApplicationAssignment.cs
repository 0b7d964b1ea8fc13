using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Takes an application from a user or a group.</summary>
internal sealed class DeleteApplicationAssignment : IWrite<DeleteApplicationAssignmentRequest, DeleteApplicationAssignmentResponse>
{
    public static Arn Target(DeleteApplicationAssignmentRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DeleteApplicationAssignmentRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DeleteApplicationAssignmentResponse Handle(DeleteApplicationAssignmentRequest request, Draft draft)
    {
        draft.Remove(Assignments.Require(draft.Account, request.ApplicationArn, request.PrincipalType, request.PrincipalId));
        return new();
    }
}
