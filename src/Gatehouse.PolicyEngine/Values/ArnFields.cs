using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gatehouse.PolicyEngine;

/// <summary>Where the five colons of an ARN stand: its fields are what lies between, the sixth being all the rest (PL-57, PL-58).</summary>
internal readonly struct ArnFields
{
    private const int Mask = 64;

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
        // One bit a letter: the five colons of nearly every ARN stand among its first letters.
        ulong colons = 0;
        var at = 0;
        for (; at < Mask && at <= text.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(at, Vector128<ushort>.Count)));
            colons |= (ulong)Vector128.Equals(letters, Vector128.Create((ushort)':')).ExtractMostSignificantBits() << at;
        }

        for (; at < Mask && at < text.Length; at++)
        {
            colons |= text[at] == ':' ? 1UL << at : 0;
        }

        var one = NextColon(text, ref colons, 0);
        var two = NextColon(text, ref colons, one);
        var three = NextColon(text, ref colons, two);
        var four = NextColon(text, ref colons, three);
        var five = NextColon(text, ref colons, four);
        var found = five > 0;
        fields = found ? new(one, two, three, four, five) : default;
        return found;
    }

    /// <summary>Where the field after the next colon begins; below zero once there is no further one.</summary>
    private static int NextColon(ReadOnlySpan<char> text, ref ulong colons, int from)
    {
        if (colons != 0)
        {
            var place = BitOperations.TrailingZeroCount(colons) + 1;
            colons &= colons - 1;
            return place;
        }

        from = from < 0 ? text.Length : Math.Max(from, Mask);
        var found = from < text.Length ? text[from..].IndexOf(':') : -1;
        return found < 0 ? -1 : from + found + 1;
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
