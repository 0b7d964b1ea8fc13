namespace Gatehouse.PolicyEngine;

/// <summary>Which of the inputs spoke the deciding word.</summary>
public enum PolicyLayer
{
    /// <summary>No policy: a fixed answer.</summary>
    None,

    /// <summary>The caller's own policies, or that it is root.</summary>
    Identity,

    /// <summary>The caller's permissions boundary.</summary>
    Boundary,

    /// <summary>The policies of the caller's session.</summary>
    Session,

    /// <summary>The policy of the resource.</summary>
    Resource,

    /// <summary>The trust policy of the role.</summary>
    Trust,

    /// <summary>Service control policies.</summary>
    ServiceControl,

    /// <summary>Resource control policies.</summary>
    ResourceControl,

    /// <summary>Policies of the private endpoint.</summary>
    Endpoint,

    /// <summary>Caller and resource lie in different partitions (PE-12).</summary>
    Partition,

    /// <summary>A policy could not be read or understood, so nothing is allowed (PE-3, PL-90).</summary>
    EvaluationError,
}
