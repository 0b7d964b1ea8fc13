namespace Gatehouse.PolicyEngine;

/// <summary>A condition operator without prefix and ending: what it compares, how, and whether it is the opposite of another.</summary>
internal sealed record ConditionOperator(string Name, OperatorFamily Family, OperatorOrder Order = OperatorOrder.Equal, bool Negated = false)
{
    /// <summary>Its values may hold policy variables (PL-104).</summary>
    internal bool TakesVariables => Family is OperatorFamily.String or OperatorFamily.StringIgnoreCase or OperatorFamily.Glob or OperatorFamily.Arn or OperatorFamily.Bool;
}

/// <summary>How the values of a multivalued key are taken together (PL section 9).</summary>
internal enum Quantifier
{
    /// <summary>There should be one value.</summary>
    One,

    /// <summary>Each of them must pass, of which there may be none.</summary>
    ForAllValues,

    /// <summary>At least one must pass.</summary>
    ForAnyValue,
}

/// <summary>An operator with its prefix and ending, as it stands in a policy.</summary>
internal readonly record struct WrittenOperator(ConditionOperator Operator, Quantifier Quantifier, bool IfExists)
{
    internal OperatorFamily Family => Operator.Family;

    internal bool Negated => Operator.Negated;
}
