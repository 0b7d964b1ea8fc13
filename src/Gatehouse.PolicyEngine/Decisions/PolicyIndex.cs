using System.Buffers;
using System.Numerics;

namespace Gatehouse.PolicyEngine;

/// <summary>
/// Yields the statements whose action part holds, without looking at the others. Statements are numbered with all denies first;
/// for every action that some pattern spells out the numbers are listed beforehand, any other action is put together from
/// what its service's wildcards say.
/// </summary>
internal sealed partial class PolicyIndex
{
    private const int WordsOnStack = 64;

    private readonly CompiledStatement[] statements;
    private readonly int words;
    private readonly Listed[] listed;
    private readonly int[] numbers;
    private readonly Service[] services;
    private readonly Service other;

    /// <summary>How many statements deny; they have the lowest numbers.</summary>
    internal int Denies { get; }

    /// <summary>Visits, in the order of their numbers, the statements whose action part holds, until the visitor has seen enough.</summary>
    /// <typeparam name="TVisitor">A struct, so that the call is direct.</typeparam>
    internal void Visit<TVisitor>(in ActionView action, ref TVisitor visitor)
        where TVisitor : struct, IStatementVisitor
    {
        if (statements.Length == 0)
        {
            return;
        }

        var mask = listed.Length - 1;
        for (var slot = (int)action.Hash & mask; listed[slot].Action is { } known; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref listed[slot];
            if (entry.Hash == action.Hash && Ascii.EqualsIgnoreCase(action.Text, known))
            {
                foreach (var number in numbers.AsSpan(entry.Start, entry.Length))
                {
                    if (visitor.Visit(statements[number], number < Denies))
                    {
                        return;
                    }
                }

                return;
            }
        }

        VisitUnlisted(action, ref visitor);
    }

    private void VisitUnlisted<TVisitor>(in ActionView action, ref TVisitor visitor)
        where TVisitor : struct, IStatementVisitor
    {
        if (words == 1)
        {
            // No buffer, which would have to be cleared first.
            var few = 0UL;
            ServiceOf(action).Fill(action, new(ref few));
            VisitWord(0, few, ref visitor);
            return;
        }

        VisitMany(action, ref visitor);
    }

    private void VisitMany<TVisitor>(in ActionView action, ref TVisitor visitor)
        where TVisitor : struct, IStatementVisitor
    {
        var rented = words > WordsOnStack ? ArrayPool<ulong>.Shared.Rent(words) : null;
        var bits = (rented ?? stackalloc ulong[WordsOnStack])[..words];
        ServiceOf(action).Fill(action, bits);
        for (var word = 0; word < words && !VisitWord(word, bits[word], ref visitor); word++)
        {
        }

        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    /// <returns>True when the visitor has seen enough.</returns>
    private bool VisitWord<TVisitor>(int word, ulong left, ref TVisitor visitor)
        where TVisitor : struct, IStatementVisitor
    {
        for (; left != 0; left &= left - 1)
        {
            var number = (word << 6) | BitOperations.TrailingZeroCount(left);
            if (visitor.Visit(statements[number], number < Denies))
            {
                return true;
            }
        }

        return false;
    }

    private Service ServiceOf(in ActionView action)
    {
        var colon = action.Colon;
        if (colon < 0)
        {
            return nameless;
        }

        var name = action.Text.AsSpan(0, colon);
        var mask = services.Length - 1;
        for (var slot = (int)Ascii.Hash(name) & mask; services[slot] is { } service; slot = (slot + 1) & mask)
        {
            if (Ascii.EqualsIgnoreCase(name, service.Name))
            {
                return service;
            }
        }

        return other;
    }

    /// <summary>An action some pattern spells out, and where its statements are listed.</summary>
    private readonly record struct Listed(uint Hash, string? Action, int Start, int Length);
}
