using System.Text.Json;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>What the trail says.</summary>
internal static class Trail
{
    /// <summary>The events of a name, once one of them says something; or what there is when it never does.</summary>
    internal static async Task<string> EventsAsync(this ServerFixture server, string eventName, string saying)
    {
        for (var tries = 0; ; tries++)
        {
            // Events that changed nothing are written four times a second of the server's own clock.
            server.Clock.Advance(TimeSpan.FromMilliseconds(250));
            var found = await server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{eventName}}"}]}""");
            using var document = JsonDocument.Parse(found.Body);
            var events = string.Join('\n', document.RootElement.GetProperty("Events").EnumerateArray().Select(one => one.GetProperty("CloudTrailEvent").GetString()));
            if (events.Contains(saying, StringComparison.Ordinal) || tries > 50)
            {
                return events;
            }

            await Task.Delay(20);
        }
    }
}
