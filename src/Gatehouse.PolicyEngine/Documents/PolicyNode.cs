namespace Gatehouse.PolicyEngine;

/// <summary>A value of a JSON text that remembers where it stood, so that a problem can say so.</summary>
internal sealed class PolicyNode
{
    internal required JsonKind Kind { get; init; }

    /// <summary>Offset of its first character.</summary>
    internal required int Start { get; init; }

    /// <summary>Offset after its last character.</summary>
    internal int End { get; set; }

    /// <summary>Offset after the token that precedes it: a bracket, comma or colon (PE-88).</summary>
    internal required int After { get; init; }

    /// <summary>Its path, such as <c>$.Statement[0].Action</c>.</summary>
    internal required string Path { get; init; }

    /// <summary>A string unescaped, a number or word as written.</summary>
    internal string Text { get; init; } = "";

    internal IReadOnlyList<JsonMember> Members { get; init; } = [];

    internal IReadOnlyList<PolicyNode> Items { get; init; } = [];

    /// <summary>A value in a few words, for a problem.</summary>
    internal string Describe() => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.String => Text.Length <= 80 ? $"\"{Text}\"" : $"\"{Text.AsSpan(0, 77)}…\"",
        _ => Text,
    };
}

/// <summary>The kinds of JSON value.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>One name and value of an object.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="At">Offset of the name.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(string Name, int At, PolicyNode Value);
