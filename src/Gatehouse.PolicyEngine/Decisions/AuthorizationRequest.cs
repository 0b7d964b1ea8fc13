namespace Gatehouse.PolicyEngine;

/// <summary>One question: may this caller do this to that? (PE-4)</summary>
public sealed record AuthorizationRequest
{
    /// <summary>Who asks.</summary>
    public required Principal Principal { get; init; }

    /// <summary>What is asked for, as <c>prefix:Name</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what: an ARN, <c>*</c> for an action without resource, or a name of the host's own (PL-66).</summary>
    public string Resource { get; init; } = "*";

    /// <summary>
    /// The account that owns the resource. Null takes it from the ARN (PE-11); an ARN that names none, and <c>*</c>, count as the caller's own,
    /// so a service whose ARNs carry no account must say.
    /// </summary>
    public string? ResourceAccount { get; init; }

    /// <summary>The condition keys of the request.</summary>
    public RequestContext Context { get; init; } = RequestContext.Empty;

    /// <summary>The resource insists on a policy of its own, as a KMS key does (PE-56, PE-58). A trust policy always implies it.</summary>
    public bool ResourcePolicyRequired { get; init; }

    /// <summary>The action repairs the resource's policy, so that policy cannot deny it to root of the owning account (PE-54). Known for S3 and SQS.</summary>
    public bool RepairsResourcePolicy { get; init; }

    /// <summary>Only the caller's side is asked: no account is compared and no resource policy demanded (PE-82, PE-113).</summary>
    public bool CallerSideOnly { get; init; }
}
