namespace Gatehouse.PolicyEngine;

/// <summary>The requests that are answered before any policy is asked (PE-13 to PE-15).</summary>
public static class FixedAnswers
{
    private static readonly FixedAnswer Yes = new(Allowed: true, null);
    private static readonly FixedAnswer No = new(Allowed: false, null);
    private static readonly FixedAnswer NoSessionToken = new(Allowed: false, "Cannot call GetSessionToken with session credentials");
    private static readonly FixedAnswer NoFederationToken = new(Allowed: false, "Cannot call GetFederationToken with session credentials");
    private static readonly FixedAnswer NoRootRole = new(Allowed: false, "Roles may not be assumed by root accounts.");

    /// <summary>The fixed answer to a request, or null when policies decide.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What is asked for.</param>
    /// <param name="sessionToken">The caller uses credentials of GetSessionToken.</param>
    /// <param name="withMfa">Those were given for an MFA code.</param>
    public static FixedAnswer? Find(Principal caller, string action, bool sessionToken = false, bool withMfa = false)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(action);
        var role = caller.Kind is PrincipalKind.AssumedRole or PrincipalKind.AssumedRoot;
        var federated = caller.Kind == PrincipalKind.FederatedUser;
        var iam = action.StartsWith("iam:", StringComparison.OrdinalIgnoreCase);
        var sts = action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase);
        return (sts ? action[4..].ToUpperInvariant() : "") switch
        {
            "GETCALLERIDENTITY" when caller.Kind is not (PrincipalKind.Anonymous or PrincipalKind.Service or PrincipalKind.IdentityProvider) => Yes,
            "GETSESSIONTOKEN" when role || federated || sessionToken => NoSessionToken,
            "GETSESSIONTOKEN" => Yes,
            "GETFEDERATIONTOKEN" when role || federated || sessionToken => NoFederationToken,
            "ASSUMEROLE" when caller.Kind is PrincipalKind.Root or PrincipalKind.AssumedRoot => NoRootRole,
            "ASSUMEROLE" when sessionToken && withMfa => null,
            _ when federated && (iam || sts) => No,
            _ when sessionToken && iam && !withMfa => No,
            _ when sessionToken && sts => No,
            _ => null,
        };
    }
}
