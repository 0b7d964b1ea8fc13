using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Takes a permission set in an account from a user or a group, and its role from the account once nobody has it there. The answer is a status to poll.</summary>
/// <remarks>Waits for the names, as <see cref="CreateAccountAssignment"/> does. Somebody who is no longer in the identity store can still lose what was given.</remarks>
internal sealed class DeleteAccountAssignment : IReach<DeleteAccountAssignmentRequest, DeleteAccountAssignmentResponse>
{
    public static bool Changes => true;

    public static Arn Target(DeleteAccountAssignmentRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeleteAccountAssignmentRequest request, Call call, Requirements needs) =>
        InstanceSubject.Require(request.InstanceArn, request.PermissionSetArn, request.TargetId, call, needs);

    public static async ValueTask<DeleteAccountAssignmentResponse> HandleAsync(DeleteAccountAssignmentRequest request, Reach reach, CancellationToken cancel)
    {
        var asked = await Requests.AskAsync(reach, (draft, id) => Ask(request, draft, id), cancel);
        return new() { AccountAssignmentDeletionStatus = asked.DescribeAssignment() };
    }

    private static ProvisioningRequest Ask(DeleteAccountAssignmentRequest request, Draft draft, string id)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var asked = Requests.OfAssignment(ProvisioningKind.AssignmentDeletion, draft, id, set, request.TargetId, request.PrincipalType, request.PrincipalId);
        return draft.Account.Assignments.Contains(asked.Assignment(request.TargetId).Key)
            ? asked
            : throw new ResourceNotFoundException($"{request.PrincipalType} {Echo.Of(request.PrincipalId)} does not have the permission set in account {request.TargetId}.");
    }
}
