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
        if (!read.HasFlag(Reading.Address))
        {
            Note(Reading.Address, Address.TryRead(text, out address));
        }

        value = address;
        return readable.HasFlag(Reading.Address);
    }

    internal bool TryInstant(string text, out Instant value)
    {
        if (!read.HasFlag(Reading.Instant))
        {
            Note(Reading.Instant, Instant.TryRead(text, out instant));
        }

        value = instant;
        return readable.HasFlag(Reading.Instant);
    }

    internal bool TryNumber(string text, out DecimalText value)
    {
        if (!read.HasFlag(Reading.Number))
        {
            Note(Reading.Number, DecimalText.TryRead(text, out number));
        }

        value = number;
        return readable.HasFlag(Reading.Number);
    }

    internal bool TryArn(string text, out ArnFields value)
    {
        if (!read.HasFlag(Reading.Arn))
        {
            Note(Reading.Arn, ArnFields.TryRead(text, out arn));
        }

        value = arn;
        return readable.HasFlag(Reading.Arn);
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
