namespace Gatehouse.PolicyEngine;

/// <summary>One thing that is wrong with a document, said twice: for the wire as AWS says it, and for a person.</summary>
public sealed record PolicyProblem
{
    /// <summary>Stable name of the problem, for programs and help pages, such as <c>unknown-operator</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The stage of validation that finds it, 1 to 12 (PL section 6): the lowest stage speaks on the wire.</summary>
    public required int Stage { get; init; }

    /// <summary>AWS's exact text of <c>MalformedPolicyDocument</c>.</summary>
    public required string WireText { get; init; }

    /// <summary>Where it stands in the text.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>Where it stands in the document, such as <c>$.Statement[2].Effect</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What was found there.</summary>
    public required string Found { get; init; }

    /// <summary>What may stand there.</summary>
    public required string Allowed { get; init; }

    /// <summary>The problem in one line, for a person.</summary>
    public override string ToString() => $"{Position.Line}:{Position.Column} {Path}: {Code}: found {Found}; allowed: {Allowed}";
}
