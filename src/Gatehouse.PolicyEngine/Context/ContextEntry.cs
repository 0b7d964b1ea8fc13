namespace Gatehouse.PolicyEngine;

/// <summary>One key of a request. What its single value means as an address, date and so on is read at most once, and only when asked.</summary>
internal struct ContextEntry
{
    internal string Name;
    internal object? Held;
    internal int Hash;
    private Reading read;
    private Reading readable;
    private Address address;
    private Instant instant;
    private DecimalText number;
    private ArnFields arn;

    // Tested with &, because HasFlag boxes until the code is optimized.
    [Flags]
    private enum Reading : byte
    {
        None = 0,
        Address = 1,
        Instant = 2,
        Number = 4,
        Arn = 8,
    }

    internal readonly string? Single => Held as string ?? (Held is string[] { Length: 1 } one ? one[0] : null);

    internal readonly ReadOnlySpan<string> Several => Held as string[];

    internal void Reset(string name, object? held)
    {
        Name = name;
        Held = held;
        read = Reading.None;
    }

    internal void Replace(object? held)
    {
        Held = held;
        read = Reading.None;
    }

    internal bool TryAddress(string text, out Address value)
    {
        if ((read & Reading.Address) == Reading.None)
        {
            Note(Reading.Address, Address.TryRead(text, out address));
        }

        value = address;
        return (readable & Reading.Address) != Reading.None;
    }

    internal bool TryInstant(string text, out Instant value)
    {
        if ((read & Reading.Instant) == Reading.None)
        {
            Note(Reading.Instant, Instant.TryRead(text, out instant));
        }

        value = instant;
        return (readable & Reading.Instant) != Reading.None;
    }

    internal bool TryNumber(string text, out DecimalText value)
    {
        if ((read & Reading.Number) == Reading.None)
        {
            Note(Reading.Number, DecimalText.TryRead(text, out number));
        }

        value = number;
        return (readable & Reading.Number) != Reading.None;
    }

    internal bool TryArn(string text, out ArnFields value)
    {
        if ((read & Reading.Arn) == Reading.None)
        {
            Note(Reading.Arn, ArnFields.TryRead(text, out arn));
        }

        value = arn;
        return (readable & Reading.Arn) != Reading.None;
    }

    /// <summary>Reads everything that can be read, so that many threads may look afterwards.</summary>
    internal void Settle()
    {
        Hash = ContextKey.HashOf(Name);
        if (Single is { } text)
        {
            TryAddress(text, out _);
            TryInstant(text, out _);
            TryNumber(text, out _);
            TryArn(text, out _);
        }
    }

    private void Note(Reading kind, bool success)
    {
        read |= kind;
        readable = success ? readable | kind : readable & ~kind;
    }
}
