using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Lets sessions begin by a trust anchor again.</summary>
internal sealed class EnableTrustAnchor : IWrite<EnableTrustAnchorRequest, EnableTrustAnchorResponse>
{
    public static Arn Target(EnableTrustAnchorRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(EnableTrustAnchorRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static EnableTrustAnchorResponse Handle(EnableTrustAnchorRequest request, Draft draft) =>
        new() { TrustAnchor = Anchors.Change(draft, request.TrustAnchorId, one => one with { Enabled = true }).Describe(draft.Account.Id) };
}
