namespace Gatehouse.PolicyEngine;

/// <summary>NumericEquals and its relatives: exact, whatever the number of digits (PL-93).</summary>
internal sealed class NumericTest : ConditionTest
{
    private readonly OperatorOrder order;
    private readonly (string Text, DecimalText Number)[] wanted;
    private readonly bool allReadable;

    internal NumericTest(PolicyCondition written, WrittenOperator operation)
        : base(written, operation)
    {
        order = operation.Operator.Order;
        wanted = [.. written.Values.Where(static value => DecimalText.TryRead(value, out _)).Select(Read)];
        allReadable = wanted.Length == written.Values.Count;
    }

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        if (!entry.TryNumber(value, out var number) || (Negated && !allReadable))
        {
            return false;
        }

        foreach (var (text, other) in wanted)
        {
            if (order.Holds(DecimalText.Compare(number, value, other, text)))
            {
                return !Negated;
            }
        }

        return Negated;
    }

    private static (string Text, DecimalText Number) Read(string text)
    {
        DecimalText.TryRead(text, out var number);
        return (text, number);
    }
}
