using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Changes what is said of a permission set and of its sessions; what is not given stays.</summary>
internal sealed class UpdatePermissionSet : IWrite<UpdatePermissionSetRequest, UpdatePermissionSetResponse>
{
    public static Arn Target(UpdatePermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(UpdatePermissionSetRequest request, Call call, Requirements needs) =>
        InstanceSubject.RequireSet(request.InstanceArn, request.PermissionSetArn, call, needs);

    public static UpdatePermissionSetResponse Handle(UpdatePermissionSetRequest request, Draft draft)
    {
        var set = draft.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        draft.PutChanged(set with
        {
            Description = request.Description ?? set.Description,
            SessionDuration = request.SessionDuration ?? set.SessionDuration,
            SessionSeconds = request.SessionDuration is { } duration ? SessionDurations.Read(duration) : set.SessionSeconds,
            RelayState = request.RelayState ?? set.RelayState,
        });
        return new();
    }
}
