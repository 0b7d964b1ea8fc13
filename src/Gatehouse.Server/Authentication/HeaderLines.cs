using Gatehouse.Signatures;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Authentication;

/// <summary>The header lines of a request, read in place.</summary>
internal readonly struct HeaderLines(IHeaderDictionary headers) : IHeaderSource
{
    /// <inheritdoc/>
    public IEnumerable<string> Names => headers.Keys;

    /// <inheritdoc/>
    public int Count(string name) => headers.TryGetValue(name, out var values) ? values.Count : 0;

    /// <inheritdoc/>
    public string? Get(string name, int index) => headers.TryGetValue(name, out var values) ? values[index] : null;
}
