namespace Gatehouse.PolicyEngine;

/// <summary>DateEquals and its relatives: instants, however written (PL-94).</summary>
internal sealed class DateTest : ConditionTest
{
    private readonly OperatorOrder order;
    private readonly Instant[] wanted;
    private readonly bool allReadable;

    internal DateTest(PolicyCondition written, WrittenOperator operation)
        : base(written, operation)
    {
        order = operation.Operator.Order;
        wanted = [.. written.Values.Select(static value => Instant.TryRead(value, out var instant) ? instant : (Instant?)null).OfType<Instant>()];
        allReadable = wanted.Length == written.Values.Count;
    }

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        if (!entry.TryInstant(value, out var instant) || (Negated && !allReadable))
        {
            return false;
        }

        foreach (var other in wanted)
        {
            if (order.Holds(instant.CompareTo(other)))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}
