using System.Collections.Frozen;

namespace Gatehouse.PolicyEngine;

/// <summary>The table of condition operators (PL section 10). Names are case-sensitive (PL-74).</summary>
internal static class ConditionOperators
{
    private const string All = "ForAllValues:";
    private const string Any = "ForAnyValue:";
    private const string Exists = "IfExists";

    private static readonly FrozenDictionary<string, ConditionOperator> Table = new ConditionOperator[]
    {
        new("StringEquals", OperatorFamily.String),
        new("StringNotEquals", OperatorFamily.String, Negated: true),
        new("StringEqualsIgnoreCase", OperatorFamily.StringIgnoreCase),
        new("StringNotEqualsIgnoreCase", OperatorFamily.StringIgnoreCase, Negated: true),
        new("StringLike", OperatorFamily.Glob),
        new("StringNotLike", OperatorFamily.Glob, Negated: true),
        new("NumericEquals", OperatorFamily.Numeric),
        new("NumericNotEquals", OperatorFamily.Numeric, Negated: true),
        new("NumericLessThan", OperatorFamily.Numeric, OperatorOrder.Less),
        new("NumericLessThanEquals", OperatorFamily.Numeric, OperatorOrder.LessOrEqual),
        new("NumericGreaterThan", OperatorFamily.Numeric, OperatorOrder.Greater),
        new("NumericGreaterThanEquals", OperatorFamily.Numeric, OperatorOrder.GreaterOrEqual),
        new("DateEquals", OperatorFamily.Date),
        new("DateNotEquals", OperatorFamily.Date, Negated: true),
        new("DateLessThan", OperatorFamily.Date, OperatorOrder.Less),
        new("DateLessThanEquals", OperatorFamily.Date, OperatorOrder.LessOrEqual),
        new("DateGreaterThan", OperatorFamily.Date, OperatorOrder.Greater),
        new("DateGreaterThanEquals", OperatorFamily.Date, OperatorOrder.GreaterOrEqual),
        new("Bool", OperatorFamily.Bool),
        new("BinaryEquals", OperatorFamily.Binary),
        new("IpAddress", OperatorFamily.Address),
        new("NotIpAddress", OperatorFamily.Address, Negated: true),
        new("ArnEquals", OperatorFamily.Arn),
        new("ArnLike", OperatorFamily.Arn),
        new("ArnNotEquals", OperatorFamily.Arn, Negated: true),
        new("ArnNotLike", OperatorFamily.Arn, Negated: true),
        new("Null", OperatorFamily.Null),
    }.ToFrozenDictionary(static one => one.Name, StringComparer.Ordinal);

    /// <summary>What may stand as an operator, for a person.</summary>
    internal static string Names { get; } =
        $"{string.Join(", ", Table.Keys.Order(StringComparer.Ordinal))}; before it ForAllValues: or ForAnyValue:, after it IfExists (not after Null)";

    internal static bool TryFind(string written, out WrittenOperator found)
    {
        var quantifier = written.StartsWith(All, StringComparison.Ordinal) ? Quantifier.ForAllValues
            : written.StartsWith(Any, StringComparison.Ordinal) ? Quantifier.ForAnyValue
            : Quantifier.One;
        var name = quantifier switch { Quantifier.ForAllValues => written[All.Length..], Quantifier.ForAnyValue => written[Any.Length..], _ => written };
        var ifExists = name.EndsWith(Exists, StringComparison.Ordinal);
        name = ifExists ? name[..^Exists.Length] : name;
        var known = Table.TryGetValue(name, out var operation) && !(ifExists && operation.Family == OperatorFamily.Null);
        found = known ? new(operation!, quantifier, ifExists) : default;
        return known;
    }
}
