using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Audit;

/// <summary>What the trail tells of a role's session that a service began for somebody: all of its answer but what is secret.</summary>
public static class SessionAnswer
{
    /// <summary>Writes the members <c>credentials</c> and <c>assumedRoleUser</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="role">The role.</param>
    /// <param name="issued">The session.</param>
    public static void Write(Utf8JsonWriter json, Role role, IssuedSession issued)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(issued);
        json.WriteStartObject("credentials"u8);
        json.WriteString("accessKeyId"u8, issued.AccessKeyId);
        json.WriteString("expiration"u8, issued.Contents.Expires.UtcDateTime.ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("assumedRoleUser"u8);
        json.WriteString("assumedRoleId"u8, $"{role.Id}:{issued.Contents.SessionName}");
        json.WriteString("arn"u8, Arn.AssumedRole(issued.Contents.Account, role.Name, issued.Contents.SessionName).Text);
        json.WriteEndObject();
    }
}
