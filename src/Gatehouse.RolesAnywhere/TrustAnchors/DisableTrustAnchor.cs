using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Lets no more sessions begin by a trust anchor.</summary>
internal sealed class DisableTrustAnchor : IWrite<DisableTrustAnchorRequest, DisableTrustAnchorResponse>
{
    public static Arn Target(DisableTrustAnchorRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(DisableTrustAnchorRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static DisableTrustAnchorResponse Handle(DisableTrustAnchorRequest request, Draft draft) =>
        new() { TrustAnchor = Anchors.Change(draft, request.TrustAnchorId, one => one with { Enabled = false }).Describe(draft.Account.Id) };
}
