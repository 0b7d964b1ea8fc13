using Gatehouse.Signatures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gatehouse.Server.Authentication;

/// <summary>The header lines of a request, read in place.</summary>
internal readonly struct HeaderLines(IHeaderDictionary headers) : IHeaderSource
{
    /// <inheritdoc/>
    public IEnumerable<string> Names => headers.Keys;

    /// <inheritdoc/>
    public int Count(string name) => Find(name).Count;

    /// <inheritdoc/>
    public string? Get(string name, int index) => Find(name) is { Count: > 0 } values ? values[index] : null;

    // The server keeps what it knows in fields; going by name would compare names without regard to case each time.
    private StringValues Find(string name) => name switch
    {
        "authorization" => headers.Authorization,
        "host" => headers.Host,
        "content-type" => headers.ContentType,
        "date" => headers.Date,
        "user-agent" => headers.UserAgent,
        _ => headers.TryGetValue(name, out var values) ? values : default,
    };
}
