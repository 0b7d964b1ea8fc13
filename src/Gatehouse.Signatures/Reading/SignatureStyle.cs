namespace Gatehouse.Signatures;

/// <summary>Which family of services a request was routed to: it decides texts, codes and a few of the rules (AU-4).</summary>
public enum SignatureStyle
{
    /// <summary>The query protocol: IAM, STS.</summary>
    Query,

    /// <summary>JSON 1.1, where <c>x-amz-target</c> names the operation and must be signed.</summary>
    Json,

    /// <summary>REST-JSON.</summary>
    Rest,

    /// <summary>S3 and what imitates it: paths are not normalised, presigned URLs have an end of their own, the payload may be unsigned.</summary>
    S3,

    /// <summary>REST-JSON, signed with the key of a certificate that comes along, and in no other way: CreateSession of Roles Anywhere (AU-860).</summary>
    Certificate,
}
