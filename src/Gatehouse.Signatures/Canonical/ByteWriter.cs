using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Collects bytes on the stack and, when they grow past it, in a pooled array.</summary>
/// <remarks>What it held may be a session token, so <see cref="Dispose"/> wipes it.</remarks>
internal ref struct ByteWriter(Span<byte> initial)
{
    private Span<byte> buffer = initial;
    private byte[]? rented;

    internal int Length { get; private set; }

    internal readonly ReadOnlySpan<byte> Written => buffer[..Length];

    internal void Write(byte value)
    {
        if (Length == buffer.Length)
        {
            Grow(1);
        }

        buffer[Length++] = value;
    }

    internal void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes text as UTF-8.</summary>
    internal void Write(scoped ReadOnlySpan<char> text)
    {
        var room = Reserve(text.Length);
        if (Ascii.FromUtf16(text, room, out var written) != OperationStatus.Done)
        {
            written = Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));
        }

        Length += written;
    }

    /// <summary>Writes the lower-case hexadecimal digits of the bytes.</summary>
    internal void WriteHex(scoped ReadOnlySpan<byte> bytes)
    {
        _ = Convert.TryToHexStringLower(bytes, Reserve(bytes.Length * 2), out var written);
        Length += written;
    }

    /// <summary>Turns the ASCII letters written since a position into upper case.</summary>
    internal readonly void UpperCase(int start) => Ascii.ToUpperInPlace(buffer[start..Length], out _);

    /// <summary>Drops what lies past a length.</summary>
    internal void CutTo(int length) => Length = length;

    internal readonly void Dispose()
    {
        CryptographicOperations.ZeroMemory(buffer);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private Span<byte> Reserve(int bytes)
    {
        if (buffer.Length - Length < bytes)
        {
            Grow(bytes);
        }

        return buffer[Length..];
    }

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + bytes), checked(buffer.Length * 2)));
        Written.CopyTo(larger);
        Dispose();
        rented = larger;
        buffer = larger;
    }
}
