using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Removes the account's instance with everything in it. The roles of its permission sets go afterwards, by <see cref="Provisioner"/>.</summary>
/// <remarks>Waits for the names: the worker finds there what it has to do, and the id of the identity store is given back.</remarks>
internal sealed class DeleteInstance : IReach<DeleteInstanceRequest, DeleteInstanceResponse>
{
    public static bool Changes => true;

    public static Arn Target(DeleteInstanceRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeleteInstanceRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static async ValueTask<DeleteInstanceResponse> HandleAsync(DeleteInstanceRequest request, Reach reach, CancellationToken cancel)
    {
        var instance = reach.Call.Account.RequireOwnInstance(request.InstanceArn);
        await Requests.AskAsync(
            reach,
            (draft, id) =>
            {
                var there = draft.Account.RequireOwnInstance(request.InstanceArn);
                var roles = InstanceContents.RolesOf(draft.Account);
                InstanceContents.Remove(draft, there);
                return new() { Id = id, Kind = ProvisioningKind.Removal, InstanceId = there.Id, Roles = roles, Requested = draft.Now };
            },
            cancel);
        await reach.Call.Installation.Names.ReleaseAsync(IdentityCenterInstance.StoreNames, instance.IdentityStoreId, reach.Call.Account.Id, cancel);
        return new();
    }
}
