using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Gives a trust anchor another name, or other certificates.</summary>
internal sealed class UpdateTrustAnchor : IWrite<UpdateTrustAnchorRequest, UpdateTrustAnchorResponse>
{
    public static Arn Target(UpdateTrustAnchorRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(UpdateTrustAnchorRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static UpdateTrustAnchorResponse Handle(UpdateTrustAnchorRequest request, Draft draft)
    {
        var changed = Anchors.Change(draft, request.TrustAnchorId, one => one with
        {
            Name = request.Name ?? one.Name,
            Certificates = request.Source is { } source ? AnchorSource.Require(source) : one.Certificates,
        });
        return new() { TrustAnchor = changed.Describe(draft.Account.Id) };
    }
}
