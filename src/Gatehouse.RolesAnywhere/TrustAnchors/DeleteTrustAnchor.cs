using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Deletes a trust anchor: its certificates begin no more sessions. Those that began live on, as at AWS.</summary>
internal sealed class DeleteTrustAnchor : IWrite<DeleteTrustAnchorRequest, DeleteTrustAnchorResponse>
{
    public static Arn Target(DeleteTrustAnchorRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(DeleteTrustAnchorRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static DeleteTrustAnchorResponse Handle(DeleteTrustAnchorRequest request, Draft draft)
    {
        var gone = Anchors.Require(draft.Account, draft.Call, request.TrustAnchorId);
        draft.Remove(gone);
        return new() { TrustAnchor = gone.Describe(draft.Account.Id) };
    }
}
