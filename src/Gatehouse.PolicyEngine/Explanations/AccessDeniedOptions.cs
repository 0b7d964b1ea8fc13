namespace Gatehouse.PolicyEngine;

/// <summary>What differs between services, and what the caller may learn, in a denial (PE-93, PE-95 to PE-97).</summary>
public sealed record AccessDeniedOptions
{
    /// <summary>The resource of the request as it is, and policies named as AWS names them.</summary>
    public static AccessDeniedOptions Default { get; } = new();

    /// <summary>The resource as the service prints it, such as <c>user bo</c>; null prints the resource of the request.</summary>
    public string? Resource { get; init; }

    /// <summary>The service leaves the resource out (PE-96).</summary>
    public bool OmitResource { get; init; }

    /// <summary>The resource stands in double quotes, as S3 does (PE-97).</summary>
    public bool QuoteResource { get; init; }

    /// <summary>Caller and resource lie in one organization, so a resource control policy may be named across accounts (PE-93).</summary>
    public bool SameOrganization { get; init; }

    /// <summary>No policy is named, whoever asks.</summary>
    public bool HidePolicyArn { get; init; }
}
