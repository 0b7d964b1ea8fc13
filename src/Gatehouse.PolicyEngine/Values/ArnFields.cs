namespace Gatehouse.PolicyEngine;

/// <summary>Where the five colons of an ARN stand: its fields are what lies between, the sixth being all the rest (PL-57, PL-58).</summary>
internal readonly struct ArnFields
{
    private readonly int partition;
    private readonly int service;
    private readonly int region;
    private readonly int account;
    private readonly int resource;

    private ArnFields(int partition, int service, int region, int account, int resource)
    {
        this.partition = partition;
        this.service = service;
        this.region = region;
        this.account = account;
        this.resource = resource;
    }

    /// <summary>Where the sixth field begins.</summary>
    internal int Resource => resource;

    /// <summary>Finds the fields; false with fewer than six.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out ArnFields fields)
    {
        fields = default;
        var first = text.IndexOf(':') + 1;
        if (first == 0 || !Next(text, first, out var second) || !Next(text, second, out var third) || !Next(text, third, out var fourth) || !Next(text, fourth, out var fifth))
        {
            return false;
        }

        fields = new(first, second, third, fourth, fifth);
        return true;
    }

    internal ReadOnlySpan<char> Scheme(ReadOnlySpan<char> text) => text[..(partition - 1)];

    internal ReadOnlySpan<char> Partition(ReadOnlySpan<char> text) => text[partition..(service - 1)];

    internal ReadOnlySpan<char> Service(ReadOnlySpan<char> text) => text[service..(region - 1)];

    internal ReadOnlySpan<char> Region(ReadOnlySpan<char> text) => text[region..(account - 1)];

    internal ReadOnlySpan<char> Account(ReadOnlySpan<char> text) => text[account..(resource - 1)];

    internal ReadOnlySpan<char> Rest(ReadOnlySpan<char> text) => text[resource..];

    internal ReadOnlySpan<char> Field(ReadOnlySpan<char> text, int index) => index switch
    {
        0 => Scheme(text),
        1 => Partition(text),
        2 => Service(text),
        3 => Region(text),
        4 => Account(text),
        _ => Rest(text),
    };

    private static bool Next(ReadOnlySpan<char> text, int from, out int after)
    {
        var found = text[from..].IndexOf(':');
        after = from + found + 1;
        return found >= 0;
    }
}
