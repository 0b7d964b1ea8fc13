namespace Gatehouse.PolicyEngine;

/// <summary>One statement of a document, as written.</summary>
public sealed class PolicyStatement
{
    private readonly bool variables;

    // Only the compiler makes statements, and only of documents in which nothing is wrong.
    internal PolicyStatement(bool variables) => this.variables = variables;

    /// <summary>Its place among the statements, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its name, if it has one.</summary>
    public string? Sid { get; init; }

    /// <summary>Whether it allows or denies.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>Where it starts: right after the token before it (PE-88).</summary>
    public required TextPosition Start { get; init; }

    /// <summary>Where it ends: right after its closing brace (PE-88).</summary>
    public required TextPosition End { get; init; }

    /// <summary>The entries of <c>Principal</c> or <c>NotPrincipal</c>; null when there is neither.</summary>
    public IReadOnlyList<PolicyPrincipal>? Principals { get; init; }

    /// <summary>The entries are those of <c>NotPrincipal</c>.</summary>
    public bool NotPrincipal { get; init; }

    /// <summary>The patterns of <c>Action</c> or <c>NotAction</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The patterns are those of <c>NotAction</c>.</summary>
    public bool NotAction { get; init; }

    /// <summary>The patterns of <c>Resource</c> or <c>NotResource</c>; null when there is neither.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>The patterns are those of <c>NotResource</c>.</summary>
    public bool NotResource { get; init; }

    /// <summary>The tests of <c>Condition</c>, in the order written.</summary>
    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }

    /// <summary>The same with one more condition.</summary>
    internal PolicyStatement With(PolicyCondition condition) => new(variables)
    {
        Index = Index,
        Sid = Sid,
        Effect = Effect,
        Start = Start,
        End = End,
        Principals = Principals,
        NotPrincipal = NotPrincipal,
        Actions = Actions,
        NotAction = NotAction,
        Resources = Resources,
        NotResource = NotResource,
        Conditions = [.. Conditions, condition],
    };

    /// <summary>Its compiled form, made on first use and then shared.</summary>
    internal CompiledStatement Compiled => field ??= new(this, variables);
}
