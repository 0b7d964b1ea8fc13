using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class ResetNotificationSettingsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Gives_back_what_AWS_sets()
    {
        fixture.Write<PutNotificationSettings, PutNotificationSettingsRequest, PutNotificationSettingsResponse>(
            new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, NotificationSettings = [new() { Event = "CA_CERTIFICATE_EXPIRY", Enabled = false }] });

        var changed = fixture.Write<ResetNotificationSettings, ResetNotificationSettingsRequest, ResetNotificationSettingsResponse>(
            new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, NotificationSettingKeys = [new() { Event = "CA_CERTIFICATE_EXPIRY" }] }).TrustAnchor;

        Assert.Equal((true, "rolesanywhere.amazonaws.com"), (changed.NotificationSettings![0].Enabled!.Value, changed.NotificationSettings[0].ConfiguredBy!));
    }
}
