using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Makes a permission set, which gives nothing yet and is given to nobody.</summary>
internal sealed class CreatePermissionSet : IWrite<CreatePermissionSetRequest, CreatePermissionSetResponse>
{
    public static Arn Target(CreatePermissionSetRequest request, Call call) => new(request.InstanceArn);

    public static void Require(CreatePermissionSetRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        InstanceSubject.RequireSet(request.InstanceArn, InstanceSubject.OfNewSet(request.InstanceArn).Text, call, needs);
    }

    public static CreatePermissionSetResponse Handle(CreatePermissionSetRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        if (draft.Account.PermissionSets.Contains(request.Name))
        {
            throw new ConflictException($"PermissionSet with name {request.Name} already exists.");
        }

        Creation.RequireRoom("permission sets", Quotas.PermissionSets, draft.Account.PermissionSets.Count);
        var set = new PermissionSet
        {
            Id = draft.Call.Installation.Ids.NewHexId("ps-", 16),
            Name = request.Name,
            Created = draft.Now,
            Description = request.Description,
            SessionDuration = request.SessionDuration,
            SessionSeconds = SessionDurations.Read(request.SessionDuration ?? SessionDurations.Default),
            RelayState = request.RelayState,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(set);
        return new() { PermissionSet = set.Describe(instance) };
    }
}
