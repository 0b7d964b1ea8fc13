namespace Gatehouse.PolicyEngine;

/// <summary>The four kinds of principal a policy can name (PL section 4.1).</summary>
public enum PolicyPrincipalType
{
    /// <summary>An account, user, role, session, unique ID, or everyone.</summary>
    Aws,

    /// <summary>A service such as <c>ec2.amazonaws.com</c>.</summary>
    Service,

    /// <summary>An identity provider.</summary>
    Federated,

    /// <summary>An account by its canonical ID.</summary>
    CanonicalUser,
}
