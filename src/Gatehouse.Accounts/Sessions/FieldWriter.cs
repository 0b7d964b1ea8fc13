using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Writes values one after the other, each with its length before it, into a span that may be too small.</summary>
internal ref struct FieldWriter(Span<byte> space)
{
    private readonly Span<byte> space = space;

    /// <summary>How many bytes are written.</summary>
    internal int Length { get; private set; }

    /// <summary>True when the space did not suffice; what is written then means nothing.</summary>
    internal bool Full { get; private set; }

    internal void Byte(byte value)
    {
        if (Take(1) is { IsEmpty: false } place)
        {
            place[0] = value;
        }
    }

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    internal void Number(ulong value)
    {
        for (; value > 0x7f; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    internal void Bytes(scoped ReadOnlySpan<byte> value)
    {
        Number((ulong)value.Length);
        Raw(value);
    }

    internal void Raw(scoped ReadOnlySpan<byte> value)
    {
        if (Take(value.Length) is var place && !Full)
        {
            value.CopyTo(place);
        }
    }

    internal void Text(scoped ReadOnlySpan<char> value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Number((ulong)length);
        if (Take(length) is var place && !Full)
        {
            Utf8.FromUtf16(value, place, out _, out _);
        }
    }

    /// <summary>Text, or the lack of it.</summary>
    internal void Optional(string? value)
    {
        Byte((byte)(value is null ? 0 : 1));
        if (value is not null)
        {
            Text(value);
        }
    }

    /// <summary>Six bytes of milliseconds since 1970.</summary>
    internal void Time(DateTimeOffset value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        ArgumentOutOfRangeException.ThrowIfLessThan(value, DateTimeOffset.UnixEpoch);
        BinaryPrimitives.WriteInt64BigEndian(bytes, value.ToUnixTimeMilliseconds());
        Raw(bytes[2..]);
    }

    private Span<byte> Take(int count)
    {
        if (Full || count > space.Length - Length)
        {
            Full = true;
            return default;
        }

        Length += count;
        return space.Slice(Length - count, count);
    }
}
