namespace Gatehouse.Signatures;

/// <summary>What a signature covers, as it arrived: method, request target and headers (AU-100). The body is told by its hash.</summary>
/// <typeparam name="THeaders">The headers; a struct keeps the verifier free of allocation.</typeparam>
/// <param name="method">The method as sent.</param>
/// <param name="target">The request target as sent, escapes and dot segments untouched; in ASP.NET Core <c>IHttpRequestFeature.RawTarget</c> (AU-101).</param>
/// <param name="headers">The header lines.</param>
public readonly struct IncomingRequest<THeaders>(string method, string target, THeaders headers)
    where THeaders : IHeaderSource
{
    /// <summary>The method as sent.</summary>
    public string Method { get; } = method;

    /// <summary>The request target as sent.</summary>
    public string Target { get; } = target;

    /// <summary>The header lines.</summary>
    public THeaders Headers { get; } = headers;
}
