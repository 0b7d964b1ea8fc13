namespace Gatehouse.Accounts.Sessions;

/// <summary>What is remembered of a session, to show it to whoever may end it. Reaches the disk: names are never changed.</summary>
public sealed record SessionNote
{
    /// <summary>The session's own id.</summary>
    public required string Id { get; init; }

    /// <summary>How it came to be.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The unique id of the role or user; the account number for root.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>The ARN of the role, user or root, as it was when the session was made.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>Its name; empty when it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Its access key id; empty for what is no session of credentials.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The id of the session it was made from.</summary>
    public string? Parent { get; init; }

    /// <summary>The id of the lasting access key that it was made from; null where there was none.</summary>
    public string? SourceKey { get; init; }

    /// <summary>The person behind it; null when none was named.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The identity provider that vouched for its holder.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether a second factor was shown.</summary>
    public bool Mfa { get; init; }

    /// <summary>When the password that began it had been set; null where none was shown, or where the session outlives it.</summary>
    public DateTimeOffset? PasswordOf { get; init; }

    /// <summary>The serial number of the second factor with which it ends; null where it outlives it.</summary>
    public string? Device { get; init; }

    /// <summary>When it was last used; null when it was not yet.</summary>
    public LastUse? Last { get; init; }

    /// <summary>What is remembered of a session that has not been used.</summary>
    public static SessionNote Of(SessionContents session, string accessKeyId) => new()
    {
        Id = session.SessionId,
        Kind = session.Kind,
        PrincipalId = session.PrincipalId,
        PrincipalArn = session.PrincipalArn,
        Name = session.SessionName,
        AccessKeyId = accessKeyId,
        Issued = session.Issued,
        Expires = session.Expires,
        Parent = session.ParentSessionId,
        SourceKey = session.SourceKey,
        SourceIdentity = session.SourceIdentity,
        Provider = session.Provider,
        Mfa = session.MfaPresent,
    };
}
