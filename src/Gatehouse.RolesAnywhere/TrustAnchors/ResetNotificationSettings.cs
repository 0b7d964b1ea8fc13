using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Has notification settings of a trust anchor be as AWS sets them.</summary>
internal sealed class ResetNotificationSettings : IWrite<ResetNotificationSettingsRequest, ResetNotificationSettingsResponse>
{
    public static Arn Target(ResetNotificationSettingsRequest request, Call call) => Anchors.Target(request.TrustAnchorId, call);

    public static void Require(ResetNotificationSettingsRequest request, Call call, Requirements needs) => Anchors.RequireTags(request.TrustAnchorId, call, needs);

    public static ResetNotificationSettingsResponse Handle(ResetNotificationSettingsRequest request, Draft draft)
    {
        var changed = Anchors.Change(draft, request.TrustAnchorId, one => one with { Notices = Notices.Reset(one.Notices, request.NotificationSettingKeys) });
        return new() { TrustAnchor = changed.Describe(draft.Account.Id) };
    }
}
