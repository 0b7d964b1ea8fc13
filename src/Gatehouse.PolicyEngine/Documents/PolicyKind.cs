namespace Gatehouse.PolicyEngine;

/// <summary>What a document is going to be, which decides what may stand in it when it is saved (PL section 5).</summary>
public enum PolicyKind
{
    /// <summary>A policy written into a user, group or role.</summary>
    Identity,

    /// <summary>A version of a managed policy; as <see cref="Identity"/>, but its <c>Version</c> must be 2012-10-17.</summary>
    ManagedIdentity,

    /// <summary>A permissions boundary: always one managed policy (PL-45).</summary>
    Boundary,

    /// <summary>A policy handed over when a session is made (PL-44).</summary>
    Session,

    /// <summary>A policy kept by a resource, saying who may use it.</summary>
    Resource,

    /// <summary>The policy of a role that says who may assume it.</summary>
    Trust,

    /// <summary>A service control policy of an organization.</summary>
    ServiceControl,

    /// <summary>A resource control policy of an organization.</summary>
    ResourceControl,

    /// <summary>A policy of a private endpoint.</summary>
    Endpoint,
}
