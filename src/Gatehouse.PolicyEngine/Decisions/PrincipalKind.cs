namespace Gatehouse.PolicyEngine;

/// <summary>The kinds of caller that the algorithm tells apart.</summary>
public enum PrincipalKind
{
    /// <summary>Nobody in particular: an unsigned request (PE-64).</summary>
    Anonymous,

    /// <summary>The root user of an account.</summary>
    Root,

    /// <summary>A session made by AssumeRoot: root of a member account, limited to a task policy (PE-53).</summary>
    AssumedRoot,

    /// <summary>A user, also with GetSessionToken credentials.</summary>
    User,

    /// <summary>A session of a role.</summary>
    AssumedRole,

    /// <summary>A GetFederationToken session.</summary>
    FederatedUser,

    /// <summary>A service acting for itself (PE-65).</summary>
    Service,

    /// <summary>An identity provider, in AssumeRoleWithSAML and AssumeRoleWithWebIdentity only (PE-74, PE-75).</summary>
    IdentityProvider,
}
