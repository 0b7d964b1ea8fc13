using Gatehouse.Accounts.Entities;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Delegation;

/// <summary>A delegation request as the wire shows it.</summary>
internal static class DelegationShape
{
    /// <summary>The request, with its state at a moment.</summary>
    internal static Shapes.DelegationRequest Describe(this DelegationRequest delegation, DateTimeOffset now) => new()
    {
        DelegationRequestId = delegation.Id,
        OwnerAccountId = delegation.OwnerAccount,
        OwnerId = delegation.Owner,
        ApproverId = delegation.Approver,
        Description = delegation.Description,
        RequestMessage = delegation.Message,
        Permissions = new()
        {
            PolicyTemplateArn = delegation.Template,
            Parameters = delegation.Parameters.IsEmpty
                ? null
                : delegation.Parameters.Select(one => new Shapes.PolicyParameter { Name = one.Name, Values = one.Values, Type = one.Type }).ToList(),
        },
        PermissionPolicy = delegation.Policy,
        RolePermissionRestrictionArns = DelegationTemplate.BoundariesOf(delegation.Policy) is { Count: > 0 } boundaries ? boundaries : null,
        State = NameOf(delegation.StateAt(now)),
        ExpirationTime = delegation.Expires,
        RequestorId = delegation.Requestor,
        RequestorName = delegation.RequestorName,
        CreateDate = delegation.Created,
        UpdatedTime = delegation.Updated,
        SessionDuration = delegation.SessionSeconds,
        RedirectUrl = delegation.RedirectUrl,
        Notes = delegation.Notes,
        RejectionReason = delegation.RejectionReason,
        OnlySendByOwner = delegation.OnlySendByOwner,
    };

    /// <summary>A state as the wire names it.</summary>
    internal static string NameOf(DelegationState state) => state switch
    {
        DelegationState.Unassigned => Shapes.StateType.UNASSIGNED,
        DelegationState.Assigned => Shapes.StateType.ASSIGNED,
        DelegationState.PendingApproval => Shapes.StateType.PENDING_APPROVAL,
        DelegationState.Accepted => Shapes.StateType.ACCEPTED,
        DelegationState.Finalized => Shapes.StateType.FINALIZED,
        DelegationState.Rejected => Shapes.StateType.REJECTED,
        DelegationState.Expired => Shapes.StateType.EXPIRED,
        _ => throw new InvalidOperationException($"A delegation request is in the unknown state {state}."),
    };
}
