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
            var head = Wildcard.HeadOf(text);
            foreach (var wildcard in wildcards)
            {
                if (wildcard.Agrees(head) && wildcard.Pattern.MatchesName(text))
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
        private readonly ulong mask;

        internal Wildcard(ActionPattern pattern, int[] adds, int[] removes)
        {
            Pattern = pattern;
            Adds = adds;
            Removes = removes;
            var letters = pattern.Name.AsSpan();
            var wild = letters.IndexOfAny('*', '?');
            var length = Math.Min(4, wild < 0 ? letters.Length : wild);
            mask = length == 0 ? 0 : ulong.MaxValue >> (16 * (4 - length));
            head = HeadOf(letters[..length]) & mask;
        }

        internal ActionPattern Pattern { get; }

        internal int[] Adds { get; }

        internal int[] Removes { get; }

        /// <summary>The first four letters of a name as one number, capitals made small: most wildcards are turned away by these.</summary>
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

        internal bool Agrees(ulong nameHead) => (nameHead & mask) == head;
    }
}
