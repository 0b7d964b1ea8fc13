using System.Collections.Immutable;

namespace Gatehouse.Accounts.Federation;

/// <summary>A SAML response that was taken from a browser: whom it vouches for, and what it says of the sign-in [AU-730].</summary>
public sealed record ProvenSignOn
{
    /// <summary>Whom it vouches for.</summary>
    public required ProvenIdentity Identity { get; init; }

    /// <summary>The ARNs of the roles that it offers through its provider, in its order.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The assertion's id, unique with its issuer.</summary>
    public required string AssertionId { get; init; }

    /// <summary>Until when it may be redeemed.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>The request that it answers; null when nobody asked.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>How long the session shall be, in seconds; null when it does not say.</summary>
    public int? SessionSeconds { get; init; }

    /// <summary>Says who, and nothing more.</summary>
    public override string ToString() => Identity.ToString();
}
