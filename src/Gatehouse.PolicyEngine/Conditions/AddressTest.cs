namespace Gatehouse.PolicyEngine;

/// <summary>IpAddress and NotIpAddress (PL-97).</summary>
internal sealed class AddressTest : ConditionTest
{
    private readonly AddressRange[] wanted;
    private readonly bool allReadable;

    internal AddressTest(PolicyCondition written, WrittenOperator operation)
        : base(written, operation)
    {
        wanted = [.. written.Values.Select(static value => AddressRange.TryRead(value, out var range) ? range : (AddressRange?)null).OfType<AddressRange>()];
        allReadable = wanted.Length == written.Values.Count;
    }

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        if (!entry.TryAddress(value, out var address) || (Negated && !allReadable))
        {
            return false;
        }

        foreach (ref readonly var range in wanted.AsSpan())
        {
            if (range.Contains(address))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}
