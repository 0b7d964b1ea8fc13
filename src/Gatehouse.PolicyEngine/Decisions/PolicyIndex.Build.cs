using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

internal sealed partial class PolicyIndex
{
    private readonly Service nameless;

    internal PolicyIndex(IEnumerable<CompiledStatement> unordered)
    {
        statements = [.. unordered.OrderBy(static statement => statement.Deny ? 0 : 1)];
        Denies = statements.Count(static statement => statement.Deny);
        words = (statements.Length + 63) / 64;
        var patterns = new Patterns(statements);
        nameless = patterns.Service("", words, named: false);
        other = patterns.Service("", words, named: true);
        services = Table(patterns.Names.Select(name => patterns.Service(name, words, named: true)), static service => Ascii.Hash(service.Name));

        var lists = new NumberLists();
        var spelled = new List<Listed>();
        Span<ulong> bits = new ulong[words];
        foreach (var (action, marks) in patterns.Spelled)
        {
            var view = new ActionView(action);
            ServiceOf(view).Fill(view, bits);
            marks.Apply(bits);
            var (start, length) = lists.Add(bits);
            spelled.Add(new(view.Hash, action, start, length));
        }

        numbers = lists.ToArray();
        listed = Table(spelled, static entry => entry.Hash);
    }

    private static T[] Table<T>(IEnumerable<T> items, Func<T, uint> hash)
    {
        var all = items.ToArray();
        var size = 4;
        while (size < all.Length * 2)
        {
            size *= 2;
        }

        var table = new T[size];
        var taken = new bool[size];
        foreach (var item in all)
        {
            var slot = (int)hash(item) & (size - 1);
            while (taken[slot])
            {
                slot = (slot + 1) & (size - 1);
            }

            table[slot] = item;
            taken[slot] = true;
        }

        return table;
    }

    /// <summary>Statements that a pattern brings in or takes out.</summary>
    private sealed class Marks
    {
        internal List<int> Adds { get; } = [];

        internal List<int> Removes { get; } = [];

        internal void Apply(Span<ulong> bits)
        {
            foreach (var number in Adds)
            {
                bits[number >> 6] |= 1UL << number;
            }

            foreach (var number in Removes)
            {
                bits[number >> 6] &= ~(1UL << number);
            }
        }
    }

    /// <summary>The action patterns of all statements, sorted by what an index can do with them.</summary>
    private sealed class Patterns
    {
        private const string AnyService = "*";

        private readonly ulong[] notActions;
        private readonly Marks everything = new();
        private readonly Dictionary<string, Marks> wholeServices = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Dictionary<string, (ActionPattern Pattern, Marks Marks)>> wildcards = new(StringComparer.Ordinal);

        internal Patterns(CompiledStatement[] statements)
        {
            notActions = new ulong[(statements.Length + 63) / 64];
            for (var number = 0; number < statements.Length; number++)
            {
                var not = statements[number].Statement.NotAction;
                if (not)
                {
                    notActions[number >> 6] |= 1UL << number;
                }

                foreach (var pattern in statements[number].Actions)
                {
                    if (pattern.Service is { } service)
                    {
                        Names.Add(service);
                    }

                    var marks = MarksOf(pattern);
                    (not ? marks?.Removes : marks?.Adds)?.Add(number);
                }
            }
        }

        internal HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        internal Dictionary<string, Marks> Spelled { get; } = new(StringComparer.Ordinal);

        /// <param name="name">The service; empty for one that no pattern names.</param>
        /// <param name="words">Length of a bit set.</param>
        /// <param name="named">False for actions without any service, which only a lone asterisk matches.</param>
        internal Service Service(string name, int words, bool named)
        {
            var always = new ulong[words];
            notActions.CopyTo(always, 0);
            everything.Apply(always);
            if (!named)
            {
                return new(name, always, []);
            }

            var matching = new List<Wildcard>();
            foreach (var service in (ReadOnlySpan<string>)[AnyService, name])
            {
                wholeServices.GetValueOrDefault(service)?.Apply(always);
                matching.AddRange((wildcards.GetValueOrDefault(service)?.Values ?? Enumerable.Empty<(ActionPattern Pattern, Marks Marks)>())
                    .Select(static one => new Wildcard(one.Pattern, [.. one.Marks.Adds], [.. one.Marks.Removes])));
            }

            return new(name, always, [.. matching]);
        }

        private Marks? MarksOf(ActionPattern pattern)
        {
            switch (pattern.Shape)
            {
                case ActionShape.Nothing:
                    return null;
                case ActionShape.Everything:
                    return everything;
                case ActionShape.Service:
                    return CollectionsMarshal.GetValueRefOrAddDefault(wholeServices, pattern.Service ?? AnyService, out _) ??= new();
                case ActionShape.Exact when pattern.Service is { } service:
                    return CollectionsMarshal.GetValueRefOrAddDefault(Spelled, $"{service}:{pattern.Name}", out _) ??= new();
                default:
                    var ofService = CollectionsMarshal.GetValueRefOrAddDefault(wildcards, pattern.Service ?? AnyService, out _) ??= new(StringComparer.Ordinal);
                    ref var one = ref CollectionsMarshal.GetValueRefOrAddDefault(ofService, $"{pattern.Shape}:{pattern.Name}", out _);
                    one = one.Marks is null ? (pattern, new()) : one;
                    return one.Marks;
            }
        }
    }

    /// <summary>Lists of numbers in one array; equal lists, of which there are many, are kept once.</summary>
    private sealed class NumberLists
    {
        private readonly List<int> all = [];
        private readonly Dictionary<int, List<(int Start, int Length)>> byHash = [];

        internal (int Start, int Length) Add(ReadOnlySpan<ulong> bits)
        {
            var start = all.Count;
            var hash = default(HashCode);
            for (var number = 0; number < bits.Length * 64; number++)
            {
                if ((bits[number >> 6] & (1UL << number)) != 0)
                {
                    all.Add(number);
                    hash.Add(number);
                }
            }

            var length = all.Count - start;
            var same = CollectionsMarshal.GetValueRefOrAddDefault(byHash, hash.ToHashCode(), out _) ??= [];
            foreach (var known in same)
            {
                var numbers = CollectionsMarshal.AsSpan(all);
                if (known.Length == length && numbers.Slice(known.Start, length).SequenceEqual(numbers.Slice(start, length)))
                {
                    all.RemoveRange(start, length);
                    return known;
                }
            }

            same.Add((start, length));
            return (start, length);
        }

        internal int[] ToArray() => [.. all];
    }
}
