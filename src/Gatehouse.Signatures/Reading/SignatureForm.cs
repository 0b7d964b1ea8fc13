namespace Gatehouse.Signatures;

/// <summary>Where a request carries its signature (AU-103).</summary>
public enum SignatureForm
{
    /// <summary>In the <c>Authorization</c> header.</summary>
    Header,

    /// <summary>In the query string: a presigned URL.</summary>
    Query,
}
