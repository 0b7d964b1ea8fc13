using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Gatehouse.Server.Tests;

/// <summary>What a server answered.</summary>
public sealed record Reply(HttpStatusCode Status, string Body, string? RequestId)
{
    /// <summary>The sealed account of a denial, from its header; null when there is none.</summary>
    public string? AuthorizationMessage { get; init; }

    /// <summary>The body as XML.</summary>
    public XElement Xml => XElement.Parse(Body);

    /// <summary>The text of the first XML element of a name, anywhere in the body; null when there is none.</summary>
    public string? this[string element] => Xml.Descendants().FirstOrDefault(found => found.Name.LocalName == element)?.Value;

    /// <summary>The error code, in whichever protocol; null when the request succeeded.</summary>
    public string? Code => (int)Status < 400 ? null
        : Body.StartsWith('<') ? this["Code"]
        : JsonDocument.Parse(Body).RootElement.TryGetProperty("__type", out var type) ? type.GetString() : null;

    /// <summary>The error message; null when the request succeeded.</summary>
    public string? Message => (int)Status < 400 ? null
        : Body.StartsWith('<') ? this["Message"]
        : JsonDocument.Parse(Body).RootElement.GetProperty("message").GetString();
}
