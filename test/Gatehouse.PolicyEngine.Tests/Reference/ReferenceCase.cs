using System.Text.Json;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>One question in plain strings, from which both evaluators are fed.</summary>
internal sealed record ReferenceCase
{
    public required ReferenceCaller Caller { get; init; }

    public required string Action { get; init; }

    public required string Resource { get; init; }

    public string? ResourceAccount { get; init; }

    public Dictionary<string, string[]> Context { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public bool PolicyRequired { get; init; }

    public bool Repairs { get; init; }

    public bool CallerSideOnly { get; init; }

    /// <summary>Policy texts by layer; a layer that is absent is null.</summary>
    public List<string>? Identity { get; init; }

    public List<string>? Boundary { get; init; }

    public List<string>? Session { get; init; }

    public List<string>? OfResource { get; init; }

    public bool Trust { get; init; }

    public List<List<string>>? ServiceControl { get; init; }

    public List<List<string>>? ResourceControl { get; init; }

    public List<string>? Endpoint { get; init; }

    /// <summary>Texts already taken apart as JSON, for the cases that share them.</summary>
    internal Dictionary<string, JsonElement> Read { get; } = [];
}

/// <summary>A caller in plain strings.</summary>
internal sealed record ReferenceCaller(string Kind, string? Account, string? Arn)
{
    public string? RoleArn { get; init; }

    public string? UniqueId { get; init; }

    public string? CanonicalId { get; init; }

    public bool HasBoundary { get; init; }

    public string? FederatorArn { get; init; }

    public string? FederatorId { get; init; }

    public bool ServiceLinked { get; init; }
}
