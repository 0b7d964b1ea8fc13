using System.Runtime.CompilerServices;

namespace Gatehouse.PolicyEngine;

/// <summary>Null: whether a key is absent (PL-82 to PL-84). Under a set operator it no longer asks the request at all.</summary>
internal sealed class NullTest(PolicyCondition written, WrittenOperator operation) : ConditionTest(written, operation)
{
    private readonly Quantifier quantifier = operation.Quantifier;
    private readonly bool absent = written.Values.Contains("true", StringComparer.OrdinalIgnoreCase);
    private readonly bool present = written.Values.Contains("false", StringComparer.OrdinalIgnoreCase);

    internal override bool Holds(RequestContext context) => quantifier switch
    {
        Quantifier.ForAllValues => true,
        Quantifier.ForAnyValue => false,
        _ => Unsafe.IsNullRef(ref context.Find(Key)) ? absent : present,
    };

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context) => present;
}
