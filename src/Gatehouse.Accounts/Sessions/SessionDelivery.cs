namespace Gatehouse.Accounts.Sessions;

/// <summary>How a session's credentials reached their user. The numbers stand in tokens: never changed.</summary>
public enum SessionDelivery
{
    /// <summary>In the answer of the call that made it.</summary>
    Call = 0,

    /// <summary>By the instance metadata service.</summary>
    InstanceMetadata = 1,

    /// <summary>By the credentials endpoint of containers.</summary>
    Container = 2,

    /// <summary>By Pod Identity.</summary>
    PodIdentity = 3,

    /// <summary>By the Identity Center portal.</summary>
    IdentityCenter = 4,

    /// <summary>By Roles Anywhere, for a certificate.</summary>
    RolesAnywhere = 5,
}
