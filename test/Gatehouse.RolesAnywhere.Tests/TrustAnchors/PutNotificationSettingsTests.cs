using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class PutNotificationSettingsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Keeps_what_was_chosen_for_an_event()
    {
        var changed = Put([new() { Event = "END_ENTITY_CERTIFICATE_EXPIRY", Enabled = false, Threshold = 7, Channel = "ALL" }]);

        Assert.Equal(
            ["CA_CERTIFICATE_EXPIRY True 45 rolesanywhere.amazonaws.com", "END_ENTITY_CERTIFICATE_EXPIRY False 7 111122223333"],
            changed.NotificationSettings!.Select(one => $"{one.Event} {one.Enabled} {one.Threshold} {one.ConfiguredBy}"));
    }

    [Fact]
    public void Refuses_an_event_that_stands_twice() => Assert.Throws<ValidationException>(
        () => Put([new() { Event = "CA_CERTIFICATE_EXPIRY", Enabled = false }, new() { Event = "CA_CERTIFICATE_EXPIRY", Enabled = true }]));

    private Contracts.RolesAnywhere.Shapes.TrustAnchorDetail Put(IReadOnlyList<Contracts.RolesAnywhere.Shapes.NotificationSetting> settings) =>
        fixture.Write<PutNotificationSettings, PutNotificationSettingsRequest, PutNotificationSettingsResponse>(
            new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, NotificationSettings = settings }).TrustAnchor;
}
