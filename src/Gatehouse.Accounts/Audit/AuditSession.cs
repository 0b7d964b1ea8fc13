namespace Gatehouse.Accounts.Audit;

/// <summary>The session that signed a request, as CloudTrail's <c>sessionContext</c> tells it.</summary>
public sealed record AuditSession
{
    /// <summary>The role or user whose session it is; null when it is the caller itself.</summary>
    public AuditIssuer? Issuer { get; init; }

    /// <summary>When the session was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether a second factor was shown.</summary>
    public bool MfaAuthenticated { get; init; }

    /// <summary>The person behind a chain of roles; null when none was named.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The OpenID Connect provider whose token began the session; null when none did.</summary>
    public string? WebIdentityProvider { get; init; }

    /// <summary>Whether it is a member account's root for one task.</summary>
    public bool AssumedRoot { get; init; }
}
