using System.Runtime.CompilerServices;

namespace Gatehouse.PolicyEngine;

/// <summary>The condition keys of one request: names without regard to case, each with one or more values (PE-4).</summary>
/// <remarks>
/// A context belongs to one request at a time and is not safe for two threads, because it remembers what its values mean once they are read.
/// A frozen one is: freeze the keys of a principal or of a resource's tags once, keep them, and include them in the context of every request.
/// The keys of an included context win over those set here (PE-5: what a caller sends never overrides who it is).
/// Looking a key up allocates nothing, and neither does filling a cleared context again.
/// </remarks>
public sealed class RequestContext
{
    // Up to here, comparing all fingerprints at once beats hashing.
    private const int LookAtEach = 64;

    // Fingerprints are taken when a policy first asks for a key: many decisions need no key at all.
    private uint[] prints = [];
    private int printed;
    private ContextEntry[] entries = [];
    private int count;
    private RequestContext[] layers = [];
    private int layerCount;
    private IContextSource[] sources = [];
    private int sourceCount;
    private int[] slots = [];
    private bool indexed;
    private bool frozen;

    /// <summary>A context without keys.</summary>
    public static RequestContext Empty { get; } = new RequestContext().Freeze();

    /// <summary>Every key with its values: included contexts first, each name once.</summary>
    public IEnumerable<KeyValuePair<string, ContextValues>> All
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var own = entries.Take(count).Reverse().DistinctBy(static entry => entry.Name, StringComparer.OrdinalIgnoreCase).Reverse().Where(static entry => entry.Held is not null).Select(static entry => KeyValuePair.Create(entry.Name, Wrap(entry.Held)));
            return [.. layers.Take(layerCount).SelectMany(static layer => layer.All)
                .Concat(own)
                .Concat(sources.Take(sourceCount).SelectMany(static source => source.All))
                .Where(pair => pair.Value.Count > 0 && seen.Add(pair.Key))];
        }
    }

    /// <summary>Gives a key its values, replacing any it had. No values at all is the same as an absent key (PL-75).</summary>
    /// <param name="name">Name of the key.</param>
    /// <param name="values">One string, or an array of them that stays as it is.</param>
    public RequestContext Set(string name, ContextValues values)
    {
        // Not looked up first: the latest entry of a name is the one that counts.
        ThrowIfFrozen();
        Append(name, values.Held);
        return this;
    }

    /// <summary>Gives a key one more value: two tags whose keys differ only in case become two values of one condition key (PL-117).</summary>
    /// <param name="name">Name of the key.</param>
    /// <param name="value">The further value.</param>
    public RequestContext Add(string name, string value)
    {
        ThrowIfFrozen();
        var place = PlaceOf(name, ContextKey.PrintOf(name));
        if (place < 0)
        {
            Append(name, value);
        }
        else
        {
            entries[place].Replace(entries[place].Held switch { null => value, string one => new[] { one, value }, var several => (string[])[.. (string[])several, value] });
        }

        return this;
    }

    /// <summary>Lays a frozen context over this one, without copying it.</summary>
    /// <param name="layer">The context; frozen here if it was not.</param>
    public RequestContext Include(RequestContext layer)
    {
        ThrowIfFrozen();
        ArgumentNullException.ThrowIfNull(layer);
        Grow(ref layers, layerCount);
        layers[layerCount++] = layer.Freeze();
        return this;
    }

    /// <summary>Adds a supplier that is asked for keys found nowhere else.</summary>
    /// <param name="source">The supplier.</param>
    public RequestContext Include(IContextSource source)
    {
        ThrowIfFrozen();
        ArgumentNullException.ThrowIfNull(source);
        Grow(ref sources, sourceCount);
        sources[sourceCount++] = source;
        return this;
    }

    /// <summary>Forgets everything, included contexts too, and keeps the memory for the next request.</summary>
    public void Clear()
    {
        ThrowIfFrozen();
        count = 0;
        printed = 0;
        layerCount = 0;
        sourceCount = 0;
        indexed = false;
    }

    /// <summary>Makes the context immutable and safe to share between threads. Suppliers are asked for all they have.</summary>
    public RequestContext Freeze()
    {
        if (frozen)
        {
            return this;
        }

        var all = All.ToArray();
        prints = new uint[all.Length];
        entries = new ContextEntry[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            entries[i].Reset(all[i].Key, all[i].Value.Held);
            entries[i].Settle();
        }

        (count, printed) = (all.Length, 0);
        Print();
        (layers, layerCount, sources, sourceCount) = ([], 0, [], 0);
        if (count > LookAtEach)
        {
            Index();
        }

        frozen = true;
        return this;
    }

    /// <summary>The values of a key.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="values">Its values, at least one when the key is present.</param>
    public bool TryGet(string name, out ContextValues values)
    {
        ref var entry = ref Find(new(name));
        values = Unsafe.IsNullRef(ref entry) ? default : Wrap(entry.Held);
        return values.Count > 0;
    }

    /// <summary>The entry of a key that is present, or a null reference.</summary>
    internal ref ContextEntry Find(ContextKey key)
    {
        for (var i = 0; i < layerCount; i++)
        {
            ref var found = ref layers[i].Find(key);
            if (!Unsafe.IsNullRef(ref found))
            {
                return ref found;
            }
        }

        ref var own = ref FindOwn(key);
        if (!Unsafe.IsNullRef(ref own))
        {
            return ref Present(ref own);
        }

        return ref sourceCount == 0 ? ref Unsafe.NullRef<ContextEntry>() : ref Ask(key);
    }

    private static ref ContextEntry Present(ref ContextEntry entry) =>
        ref entry.Held is null or string[] { Length: 0 } ? ref Unsafe.NullRef<ContextEntry>() : ref entry;

    private static ContextValues Wrap(object? held) => held switch { null => default, string one => new(one), var several => new((string[])several) };

    private static void Grow<T>(ref T[] items, int used)
    {
        if (used == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, used * 2));
        }
    }

    private ref ContextEntry FindOwn(ContextKey key)
    {
        if (count > LookAtEach)
        {
            return ref FindIndexed(key);
        }

        var place = PlaceOf(key.Name, key.Print);
        return ref place < 0 ? ref Unsafe.NullRef<ContextEntry>() : ref entries[place];
    }

    private ref ContextEntry FindIndexed(ContextKey key)
    {
        if (!indexed)
        {
            for (var i = 0; i < count; i++)
            {
                entries[i].Hash = ContextKey.HashOf(entries[i].Name);
            }

            Index();
        }

        var mask = slots.Length - 1;
        for (var slot = key.Hash & mask; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            ref var entry = ref entries[slots[slot] - 1];
            if (entry.Hash == key.Hash && ContextKey.Same(entry.Name, key.Name))
            {
                return ref entry;
            }
        }

        return ref Unsafe.NullRef<ContextEntry>();
    }

    private void Index()
    {
        var size = 4;
        while (size < count * 2)
        {
            size *= 2;
        }

        if (slots.Length == size)
        {
            Array.Clear(slots);
        }
        else
        {
            slots = new int[size];
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var slot = entries[i].Hash & (size - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = i + 1;
        }

        indexed = true;
    }

    // What a source answered, and that none answered, is remembered as an entry of our own.
    private ref ContextEntry Ask(ContextKey key)
    {
        for (var i = 0; i < sourceCount; i++)
        {
            if (sources[i].TryFind(key.Name, out var values) && values.Count > 0)
            {
                Append(key.Name, values.Held);
                return ref entries[count - 1];
            }
        }

        Append(key.Name, null);
        return ref Unsafe.NullRef<ContextEntry>();
    }

    private int PlaceOf(string name, uint print)
    {
        if (printed < count)
        {
            Print();
        }

        var used = prints.AsSpan(0, count);
        while (true)
        {
            var found = used.LastIndexOf(print);
            if (found < 0 || ContextKey.Same(entries[found].Name, name))
            {
                return found;
            }

            used = used[..found];
        }
    }

    private void Print()
    {
        for (; printed < count; printed++)
        {
            prints[printed] = ContextKey.PrintOf(entries[printed].Name);
        }
    }

    private void Append(string name, object? held)
    {
        if (count == entries.Length)
        {
            Array.Resize(ref prints, Math.Max(8, count * 2));
            Array.Resize(ref entries, prints.Length);
        }

        entries[count++].Reset(name, held);
        indexed = false;
    }

    private void ThrowIfFrozen()
    {
        if (frozen)
        {
            throw new InvalidOperationException("A frozen context cannot change; include it in another one.");
        }
    }
}
