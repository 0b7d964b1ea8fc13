using System.Runtime.CompilerServices;

namespace Gatehouse.PolicyEngine;

/// <summary>One test of a condition, compiled: what the policy wrote is read once, here; a decision then only compares.</summary>
/// <remarks>Prefixes, <c>IfExists</c>, absent keys and the number of values belong here; a family only judges one value (PL section 9).</remarks>
internal abstract class ConditionTest(PolicyCondition written, WrittenOperator operation)
{
    /// <summary>The test as written.</summary>
    internal PolicyCondition Written { get; } = written;

    internal ContextKey Key { get; } = new(written.Key);

    /// <summary>False for an operator nobody knows: then nothing can be said (PL-90).</summary>
    internal virtual bool Understood => true;

    /// <summary>Variables in the values, in the order written.</summary>
    internal virtual IEnumerable<PatternPiece> Variables => [];

    /// <summary>It is the opposite of another operator: it holds when none of the policy's values matches (PL-72).</summary>
    protected bool Negated { get; } = operation.Negated;

    private bool NoValues { get; } = written.Values.Count == 0;

    private bool HoldsWhenAbsent { get; } = operation.IfExists || operation.Quantifier switch
    {
        Quantifier.ForAllValues => true,
        Quantifier.ForAnyValue => false,
        _ => operation.Negated,
    };

    /// <summary>With an empty list (PL-88): only a bare negated operator can hold for a present key.</summary>
    private bool HoldsWithoutValues { get; } = operation is { Negated: true, IfExists: false, Quantifier: Quantifier.One };

    internal static ConditionTest Compile(PolicyCondition written, bool variables)
    {
        if (!ConditionOperators.TryFind(written.Operator, out var operation))
        {
            return new UnknownTest(written);
        }

        variables &= operation.Operator.TakesVariables;
        return operation.Family switch
        {
            OperatorFamily.String or OperatorFamily.StringIgnoreCase or OperatorFamily.Glob => new TextTest(written, operation, variables),
            OperatorFamily.Numeric => new NumericTest(written, operation),
            OperatorFamily.Date => new DateTest(written, operation),
            OperatorFamily.Bool => new BoolTest(written, operation, variables),
            OperatorFamily.Binary => new BinaryTest(written, operation),
            OperatorFamily.Address => new AddressTest(written, operation),
            OperatorFamily.Arn => new ArnTest(written, operation, variables),
            _ => new NullTest(written, operation),
        };
    }

    internal virtual bool Holds(RequestContext context)
    {
        ref var entry = ref context.Find(Key);
        if (Unsafe.IsNullRef(ref entry))
        {
            return HoldsWhenAbsent;
        }

        if (entry.Single is { } value)
        {
            return NoValues ? HoldsWithoutValues
                : (operation.Quantifier == Quantifier.ForAllValues && value.Length == 0) || Accepts(value, ref entry, context);
        }

        return operation.Quantifier != Quantifier.One && !NoValues && HoldsForSeveral(entry.Several, context);
    }

    /// <summary>Judges one value of the request, negation included. What it reads of the value it leaves in <paramref name="entry"/>.</summary>
    protected abstract bool Accepts(string value, ref ContextEntry entry, RequestContext context);

    private bool HoldsForSeveral(ReadOnlySpan<string> values, RequestContext context)
    {
        var all = operation.Quantifier == Quantifier.ForAllValues;
        foreach (var value in values)
        {
            ContextEntry entry = default;
            if (Accepts(value, ref entry, context) != all)
            {
                return !all;
            }
        }

        return all;
    }
}
