using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;
using PermissionSet = Gatehouse.Accounts.Entities.PermissionSet;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Makes the roles of a permission set as it is now: in one account, or in all in which it is a role. The answer is a status to poll.</summary>
/// <remarks>Waits for the names, where a worker that starts finds what it has to do: see <see cref="Provisioner"/>.</remarks>
internal sealed class ProvisionPermissionSet : IReach<ProvisionPermissionSetRequest, ProvisionPermissionSetResponse>
{
    public static bool Changes => true;

    public static Arn Target(ProvisionPermissionSetRequest request, Call call) => new(request.InstanceArn);

    // Whoever may do it in one account need not be allowed to do it in all.
    public static void Require(ProvisionPermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.Require(request.InstanceArn, request.PermissionSetArn, request.TargetId ?? "*", call, needs);

    public static async ValueTask<ProvisionPermissionSetResponse> HandleAsync(ProvisionPermissionSetRequest request, Reach reach, CancellationToken cancel)
    {
        var asked = await Requests.AskAsync(reach, (draft, id) => Ask(request, draft, id), cancel);
        return new() { PermissionSetProvisioningStatus = asked.DescribeProvisioning() };
    }

    private static ProvisioningRequest Ask(ProvisionPermissionSetRequest request, Draft draft, string id)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var ofOne = request.TargetType == ProvisionTargetType.AWS_ACCOUNT;
        if (ofOne != request.TargetId is not null)
        {
            throw new ValidationException(ofOne ? "TargetId must be given with the target type AWS_ACCOUNT." : "TargetId must not be given with the target type ALL_PROVISIONED_ACCOUNTS.");
        }

        return Requests.New(ProvisioningKind.Provisioning, draft, id, set) with { Accounts = ofOne ? [request.TargetId!] : set.Provisioned, IsOfOneAccount = ofOne };
    }
}
