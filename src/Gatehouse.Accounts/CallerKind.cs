namespace Gatehouse.Accounts;

/// <summary>What kind of principal a caller is [AU-9].</summary>
public enum CallerKind
{
    /// <summary>Nobody: an unsigned request to an operation that takes them.</summary>
    Anonymous,

    /// <summary>The account's root user.</summary>
    Root,

    /// <summary>An IAM user, with lasting or temporary credentials.</summary>
    User,

    /// <summary>A session of a role.</summary>
    AssumedRole,

    /// <summary>A federated user: a session that a user or root made for somebody else.</summary>
    FederatedUser,
}
