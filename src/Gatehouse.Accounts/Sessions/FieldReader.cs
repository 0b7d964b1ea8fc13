using System.Buffers.Binary;
using System.Text;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Reads what <see cref="FieldWriter"/> wrote. It never reads past the end: it fails and then gives empty values.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>True when something could not be read.</summary>
    internal bool Failed { get; private set; }

    /// <summary>What is not read yet.</summary>
    internal readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>True when all was read.</summary>
    internal readonly bool AtEnd => rest.IsEmpty;

    internal byte Byte() => Raw(1) is [var value] ? value : (byte)0;

    internal ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        Failed = true;
        return 0;
    }

    /// <summary>A number that counts things of at least one byte each, so that it cannot pass what is left.</summary>
    internal int Count()
    {
        var count = Number();
        if (count > (ulong)rest.Length)
        {
            Failed = true;
            return 0;
        }

        return (int)count;
    }

    internal ReadOnlySpan<byte> Bytes() => Raw(Count());

    internal ReadOnlySpan<byte> Raw(int count)
    {
        if (Failed || count > rest.Length)
        {
            Failed = true;
            return default;
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    internal string Text() => Encoding.UTF8.GetString(Bytes());

    internal string? Optional()
    {
        switch (Byte())
        {
            case 0:
                return null;
            case 1:
                return Text();
            default:
                Failed = true;
                return null;
        }
    }

    internal DateTimeOffset Time()
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        number.Clear();
        Raw(6).CopyTo(number[2..]);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(number);
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            Failed = true;
            return default;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    /// <summary>Takes what is left, which must be nothing but zeros.</summary>
    internal void Padding(int most)
    {
        Failed |= rest.Length > most || rest.ContainsAnyExcept((byte)0);
        rest = default;
    }
}
