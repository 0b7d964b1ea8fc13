using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gatehouse.PolicyEngine;

/// <summary>Where the five colons of an ARN stand: its fields are what lies between, the sixth being all the rest (PL-57, PL-58).</summary>
internal readonly struct ArnFields
{
    private const int Colons = 5;

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
        Span<int> ends = stackalloc int[Colons];
        var found = 0;
        var at = 0;
        for (; at <= text.Length - Vector128<ushort>.Count && found < Colons; at += Vector128<ushort>.Count)
        {
            var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(at, Vector128<ushort>.Count)));
            for (var hits = Vector128.Equals(letters, Vector128.Create((ushort)':')).ExtractMostSignificantBits(); hits != 0 && found < Colons; hits &= hits - 1)
            {
                ends[found++] = at + BitOperations.TrailingZeroCount(hits) + 1;
            }
        }

        for (; at < text.Length && found < Colons; at++)
        {
            if (text[at] == ':')
            {
                ends[found++] = at + 1;
            }
        }

        fields = found == Colons ? new(ends[0], ends[1], ends[2], ends[3], ends[4]) : default;
        return found == Colons;
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
}
