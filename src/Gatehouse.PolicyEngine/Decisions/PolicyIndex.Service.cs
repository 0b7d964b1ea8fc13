using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

internal sealed partial class PolicyIndex
{
    /// <summary>What the wildcards of a set say about the actions of one service.</summary>
    private sealed class Service(string name, ulong[] always, Wildcard[] wildcards)
    {
        internal string Name { get; } = name;

        /// <summary>Sets the bits of the statements whose action part holds, going by wildcards alone.</summary>
        internal void Fill(in ActionView action, Span<ulong> bits)
        {
            always.CopyTo(bits);
            if (wildcards.Length == 0)
            {
                return;
            }

            var text = action.Text.AsSpan(action.Colon + 1);
            var ends = NameEnds.Of(text);
            foreach (var wildcard in wildcards)
            {
                if (wildcard.Agrees(ends) && wildcard.Pattern.MatchesName(text))
                {
                    foreach (var number in wildcard.Adds)
                    {
                        bits[number >> 6] |= 1UL << number;
                    }

                    foreach (var number in wildcard.Removes)
                    {
                        bits[number >> 6] &= ~(1UL << number);
                    }
                }
            }
        }
    }

    /// <summary>One wildcard pattern over names, and the statements it brings in (Action) or takes out (NotAction).</summary>
    private sealed class Wildcard
    {
        private readonly ulong head;
        private readonly ulong headMask;
        private readonly ulong tail;
        private readonly ulong tailMask;

        internal Wildcard(ActionPattern pattern, int[] adds, int[] removes)
        {
            Pattern = pattern;
            Adds = adds;
            Removes = removes;
            var letters = pattern.Shape == ActionShape.Prefix ? $"{pattern.Name}*" : pattern.Name;
            var start = letters.AsSpan().IndexOfAny('*', '?');
            var ending = letters.Length - letters.AsSpan().LastIndexOfAny('*', '?') - 1;
            headMask = MaskOf(start < 0 ? letters.Length : start);
            head = NameEnds.HeadOf(letters) & headMask;
            tailMask = ~(ulong.MaxValue >> (16 * Math.Min(ending, 3)) >> (ending > 3 ? 16 : 0));
            tail = NameEnds.TailOf(letters) & tailMask;
        }

        internal ActionPattern Pattern { get; }

        internal int[] Adds { get; }

        internal int[] Removes { get; }

        /// <summary>False for most patterns that do not match, after two comparisons.</summary>
        internal bool Agrees(NameEnds name) => (name.Head & headMask) == head && (name.Tail & tailMask) == tail;

        private static ulong MaskOf(int letters) => letters switch { 0 => 0, < 4 => ulong.MaxValue >> (16 * (4 - letters)), _ => ulong.MaxValue };
    }

    /// <summary>The first and the last four letters of a name, each as one number, capitals made small.</summary>
    private readonly record struct NameEnds(ulong Head, ulong Tail)
    {
        internal static NameEnds Of(ReadOnlySpan<char> name) => new(HeadOf(name), TailOf(name));

        internal static ulong HeadOf(ReadOnlySpan<char> name)
        {
            if (name.Length >= 4)
            {
                return MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name)) | Ascii.SmallBits;
            }

            ulong head = 0;
            for (var i = 0; i < name.Length; i++)
            {
                head |= (ulong)name[i] << (16 * i);
            }

            return head | Ascii.SmallBits;
        }

        internal static ulong TailOf(ReadOnlySpan<char> name)
        {
            if (name.Length >= 4)
            {
                return MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name[^4..])) | Ascii.SmallBits;
            }

            ulong tail = 0;
            foreach (var letter in name)
            {
                tail = (tail >> 16) | ((ulong)letter << 48);
            }

            return tail | Ascii.SmallBits;
        }
    }
}
