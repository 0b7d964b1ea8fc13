using System.Buffers.Text;

namespace Gatehouse.PolicyEngine;

/// <summary>Reads <c>ContextEntries</c>: each type with its form, a scalar with one value (PE-111).</summary>
internal static class SimulationContext
{
    private const string ListEnding = "List";

    internal static RequestContext Read(IReadOnlyList<SimulationContextEntry> entries)
    {
        var context = new RequestContext();
        foreach (var entry in entries)
        {
            Check(entry);

            // AWS does not say which of two entries counts; here the last one does.
            context.Set(entry.Name, entry.Values.ToArray());
        }

        return context;
    }

    private static void Check(SimulationContextEntry entry)
    {
        if (entry.Name.Length is < 5 or > 256)
        {
            throw new SimulationException($"The context key name '{entry.Name}' must have 5 to 256 characters.");
        }

        var list = entry.Type.EndsWith(ListEnding, StringComparison.Ordinal);
        var reads = Reader(list ? entry.Type[..^ListEnding.Length] : entry.Type) ?? throw new SimulationException($"The context key type '{entry.Type}' is not known.");
        if (!list && entry.Values.Count != 1)
        {
            throw new SimulationException($"The context key '{entry.Name}' of type {entry.Type} must have exactly one value.");
        }

        foreach (var value in entry.Values)
        {
            if (!reads(value))
            {
                throw new SimulationException($"The value '{value}' of the context key '{entry.Name}' is not of type {entry.Type}.");
            }
        }
    }

    private static Func<string, bool>? Reader(string type) => type switch
    {
        "string" => static _ => true,
        "numeric" => static value => DecimalText.TryRead(value, out _),
        "boolean" => static value => value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase),
        "ip" => static value => AddressRange.TryRead(value, out _),
        "binary" => static value => Base64.IsValid(value),
        "date" => static value => Instant.TryRead(value, out _),
        _ => null,
    };
}
