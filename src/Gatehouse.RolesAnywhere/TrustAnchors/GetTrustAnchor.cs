using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Shows a trust anchor.</summary>
internal sealed class GetTrustAnchor : IRead<GetTrustAnchorRequest, GetTrustAnchorResponse>
{
    public static Arn Target(GetTrustAnchorRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(GetTrustAnchorRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static GetTrustAnchorResponse Handle(GetTrustAnchorRequest request, Call call) =>
        new() { TrustAnchor = Anchors.Require(call.Account, call, request.TrustAnchorId).Describe(call.Account.Id) };
}
