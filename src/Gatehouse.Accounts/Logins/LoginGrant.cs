using System.Text.Json.Serialization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Logins;

/// <summary>What somebody who is signed in gave a program of theirs with <c>aws login</c>: credentials of what they are, again and again until the sign-in is over [AU-743].</summary>
/// <remarks>Travels inside refresh tokens: names are never changed.</remarks>
public sealed record LoginGrant
{
    /// <summary>The public client that it was given to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The session whose credentials are given out. Its id is the grant's own, and stays; it ends when the sign-in does.</summary>
    public required SessionContents Session { get; init; }

    /// <summary>The access key id of the browser's session, by which the trail knows who grants.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>When the password that was shown had been set: another one since, and the grant is over. Null where none was shown.</summary>
    public DateTimeOffset? PasswordOf { get; init; }

    /// <summary>The serial number of the second factor that was shown: once it is not the user's any more, the grant is over. Null where none was shown.</summary>
    public string? Device { get; init; }

    /// <summary>Its id: that of its sessions, by which it can be ended.</summary>
    [JsonIgnore]
    public string Id => Session.SessionId;

    /// <summary>When it ends by itself.</summary>
    [JsonIgnore]
    public DateTimeOffset Ends => Session.Expires;
}
