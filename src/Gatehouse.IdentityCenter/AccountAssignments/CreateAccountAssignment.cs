using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Gives a user or a group a permission set in an account, and puts its role there. The answer is a status to poll.</summary>
/// <remarks>Waits for the names, where a worker that starts finds what it has to do: see <see cref="Provisioner"/>.</remarks>
internal sealed class CreateAccountAssignment : IReach<CreateAccountAssignmentRequest, CreateAccountAssignmentResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateAccountAssignmentRequest request, Call call) => new(request.InstanceArn);

    public static void Require(CreateAccountAssignmentRequest request, Call call, Requirements needs) =>
        InstanceSubject.Require(request.InstanceArn, request.PermissionSetArn, request.TargetId, call, needs);

    public static async ValueTask<CreateAccountAssignmentResponse> HandleAsync(CreateAccountAssignmentRequest request, Reach reach, CancellationToken cancel)
    {
        var asked = await Requests.AskAsync(reach, (draft, id) => Ask(request, draft, id), cancel);
        return new() { AccountAssignmentCreationStatus = asked.DescribeAssignment() };
    }

    private static ProvisioningRequest Ask(CreateAccountAssignmentRequest request, Draft draft, string id)
    {
        var account = draft.Account;
        var set = account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        Principals.Require(account, request.PrincipalType, request.PrincipalId);
        var asked = Requests.OfAssignment(ProvisioningKind.AssignmentCreation, draft, id, set, request.TargetId, request.PrincipalType, request.PrincipalId);
        if (!set.Provisioned.Contains(request.TargetId))
        {
            Creation.RequireRoom("permission sets of an account", Quotas.SetsPerAccount, account.PermissionSets.Count(one => one.Provisioned.Contains(request.TargetId)));
        }

        return asked;
    }
}
