using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Chooses of which expiring certificates of a trust anchor somebody is told, and how early. The choice is kept; nothing is sent.</summary>
internal sealed class PutNotificationSettings : IWrite<PutNotificationSettingsRequest, PutNotificationSettingsResponse>
{
    public static Arn Target(PutNotificationSettingsRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(PutNotificationSettingsRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static PutNotificationSettingsResponse Handle(PutNotificationSettingsRequest request, Draft draft)
    {
        var changed = Anchors.Change(draft, request.TrustAnchorId, one => one with { Notices = Notices.Put(one.Notices, request.NotificationSettings, draft.Account.Id) });
        return new() { TrustAnchor = changed.Describe(draft.Account.Id) };
    }
}
