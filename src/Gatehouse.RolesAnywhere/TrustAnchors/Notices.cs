using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Contracts.RolesAnywhere.Shapes;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>The notification settings of trust anchors: AWS's own until somebody chooses others.</summary>
internal static class Notices
{
    private const string All = "ALL";
    private const int DefaultDays = 45;
    private static readonly string[] Events = ["CA_CERTIFICATE_EXPIRY", "END_ENTITY_CERTIFICATE_EXPIRY"];

    /// <summary>The settings with others in the place of those for the same events.</summary>
    /// <exception cref="ValidationException">An event stands twice.</exception>
    internal static ImmutableArray<ExpiryNotice> Put(ImmutableArray<ExpiryNotice> notices, IReadOnlyList<NotificationSetting>? given, string account)
    {
        var added = (given ?? []).Select(one => new ExpiryNotice(one.Event, one.Enabled ?? true, one.Threshold ?? DefaultDays, one.Channel ?? All, account)).ToList();
        return added.DistinctBy(one => one.Event, StringComparer.Ordinal).Count() == added.Count
            ? [.. notices.Where(one => !added.Exists(other => other.Event == one.Event)), .. added]
            : throw Refusals.Invalid("Notification settings must not have the same event and channel twice.");
    }

    /// <summary>The settings without those of some events, which are then AWS's own again.</summary>
    internal static ImmutableArray<ExpiryNotice> Reset(ImmutableArray<ExpiryNotice> notices, IReadOnlyList<NotificationSettingKey> keys) =>
        notices.RemoveAll(one => keys.Any(key => key.Event == one.Event));

    /// <summary>The settings as the wire shows them: one for every event.</summary>
    internal static IReadOnlyList<NotificationSettingDetail> Describe(ImmutableArray<ExpiryNotice> notices) => Events.Select(name =>
    {
        var chosen = notices.FirstOrDefault(one => one.Event == name);
        return new NotificationSettingDetail
        {
            Event = name,
            Enabled = chosen?.Enabled ?? true,
            Threshold = chosen?.Days ?? DefaultDays,
            Channel = chosen?.Channel ?? All,
            ConfiguredBy = chosen?.SetBy ?? "rolesanywhere.amazonaws.com",
        };
    }).ToList();
}
