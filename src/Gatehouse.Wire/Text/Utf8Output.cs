using System.Buffers;
using System.Text;

namespace Gatehouse.Wire;

/// <summary>Bytes as they are written. Keeps its array from one answer to the next.</summary>
internal sealed class Utf8Output : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 1024;

    private byte[] buffer = [];
    private int length;

    internal ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(buffer.Length - length));
        length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            // An answer may hold a secret key; the next owner of the array must not find it.
            ScratchArrays.Return(buffer, clear: true);
            buffer = [];
        }

        length = 0;
    }

    internal void Clear()
    {
        if (buffer.Length > ScratchArrays.MostKept)
        {
            Dispose();
            return;
        }

        buffer.AsSpan(0, length).Clear();
        length = 0;
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
    }

    internal void Append<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        int written;
        for (var room = 64; ; room *= 2)
        {
            Reserve(room);
            if (value.TryFormat(buffer.AsSpan(length), out written, format, provider: null))
            {
                break;
            }
        }

        length += written;
    }

    private void Reserve(int room)
    {
        if (buffer.Length - length >= room)
        {
            return;
        }

        var larger = ScratchArrays.Rent(Math.Max(FirstSize, checked(Math.Max(length + room, buffer.Length * 2))));
        Written.Span.CopyTo(larger);
        var count = length;
        Dispose();
        (buffer, length) = (larger, count);
    }
}
