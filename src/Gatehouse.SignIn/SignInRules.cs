namespace Gatehouse.SignIn;

/// <summary>What the operator says of sign-in.</summary>
public sealed record SignInRules
{
    /// <summary>How long a session lasts without a request [AU-710].</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The host below which each account has an address of its own, by its alias: <c>ALIAS.HOST</c>; null for none [AU-700].</summary>
    public string? AccountHosts { get; init; }

    /// <summary>Addresses of others to which a browser may be sent after it signed in, to the letter [AU-713].</summary>
    public IReadOnlySet<string> RedirectTargets { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
