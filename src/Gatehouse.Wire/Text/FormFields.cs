using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Gatehouse.Wire;

/// <summary>The parameters of a Query request, from query string and body, decoded and in the order of their names.</summary>
/// <remarks>
/// The text lies decoded in one rented array; a name or value becomes a string only when a member takes it. In name order the
/// parameters under one prefix stand together, so that a nested list is found by search instead of by walking all of them.
/// </remarks>
internal sealed class FormFields : IDisposable
{
    /// <summary>AU-7: the most parameters of one request.</summary>
    internal const int MostFields = 4096;

    private const int FewFields = 12;

    private byte[] text = [];
    private int length;
    private Field[] fields = [];

    /// <summary>How many parameters there are.</summary>
    internal int Count { get; private set; }

    public void Dispose()
    {
        Clear();
        if (text.Length > 0)
        {
            ScratchArrays.Return(text, clear: false);
            text = [];
        }

        if (fields.Length > 0)
        {
            ArrayPool<Field>.Shared.Return(fields);
            fields = [];
        }
    }

    internal void Clear()
    {
        // A form may hold a password.
        text.AsSpan(0, length).Clear();
        length = 0;
        Count = 0;
        if (text.Length > ScratchArrays.MostKept)
        {
            ScratchArrays.Return(text, clear: false);
            text = [];
        }
    }

    /// <summary>Reads both places. A parameter given twice, in one of them or in both, is malformed (AU-13).</summary>
    internal void Read(ReadOnlySpan<char> query, ReadOnlySpan<byte> body)
    {
        Clear();
        var room = query.Length + body.Length;
        if (text.Length < room)
        {
            if (text.Length > 0)
            {
                ScratchArrays.Return(text, clear: false);
            }

            text = ScratchArrays.Rent(room);
        }

        if (query.Length > 0)
        {
            ReadQuery(query);
        }

        ReadPart(body);
        if (!Utf8.IsValid(text.AsSpan(0, length)))
        {
            throw Malformed("The parameters are not UTF-8.");
        }

        Sort();
        RefuseTwins();
    }

    internal ReadOnlySpan<byte> Name(int index) => text.AsSpan(fields[index].Start, fields[index].NameLength);

    internal ReadOnlySpan<byte> Value(int index) => text.AsSpan(fields[index].Start + fields[index].NameLength, fields[index].ValueLength);

    /// <summary>The parameter of exactly this name, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        var index = LowerBound(0, Count, 0, name);
        return index < Count && Name(index).SequenceEqual(name) ? index : -1;
    }

    /// <summary>The first parameter in the range whose name, from <paramref name="skip"/> on, is not less than <paramref name="rest"/>.</summary>
    internal int LowerBound(int low, int high, int skip, ReadOnlySpan<byte> rest)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Name(middle)[skip..].SequenceCompareTo(rest) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static CommonException Malformed(string message) => new(CommonError.Malformed, message);

    private Span<Field> Span() => fields.AsSpan(0, Count);

    /// <summary>Puts the parameters in the order of their names; a few of them without the library's sort, which allocates.</summary>
    private void Sort()
    {
        var span = Span();
        var order = new ByName(text);
        if (span.Length > FewFields)
        {
            span.Sort(order);
            return;
        }

        for (var index = 1; index < span.Length; index++)
        {
            var field = span[index];
            var place = index;
            for (; place > 0 && order.Compare(span[place - 1], field) > 0; place--)
            {
                span[place] = span[place - 1];
            }

            span[place] = field;
        }
    }

    private void ReadQuery(ReadOnlySpan<char> query)
    {
        var bytes = ScratchArrays.Rent(query.Length);
        try
        {
            if (Encoding.ASCII.GetBytes(query, bytes) != query.Length || !Ascii.IsValid(query))
            {
                throw Malformed("The query string has characters that must be escaped.");
            }

            ReadPart(bytes.AsSpan(0, query.Length));
        }
        finally
        {
            ScratchArrays.Return(bytes, clear: false);
        }
    }

    private void ReadPart(ReadOnlySpan<byte> part)
    {
        while (!part.IsEmpty)
        {
            var end = part.IndexOf((byte)'&');
            var pair = end < 0 ? part : part[..end];
            part = end < 0 ? default : part[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            var start = length;
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? 0 : Decode(pair[(equals + 1)..]);
            Add(new(start, name, value));
        }
    }

    private int Decode(ReadOnlySpan<byte> source)
    {
        if (!PercentCoding.TryDecode(source, text.AsSpan(length), plusIsSpace: true, out var written))
        {
            throw Malformed("A percent sign is not followed by two hexadecimal digits.");
        }

        length += written;
        return written;
    }

    private void Add(Field field)
    {
        if (Count == MostFields)
        {
            throw Malformed($"The request has more than {MostFields} parameters.");
        }

        if (Count == fields.Length)
        {
            var larger = ArrayPool<Field>.Shared.Rent(Math.Max(16, Count * 2));
            Span().CopyTo(larger);
            if (fields.Length > 0)
            {
                ArrayPool<Field>.Shared.Return(fields);
            }

            fields = larger;
        }

        fields[Count++] = field;
    }

    private void RefuseTwins()
    {
        for (var index = 1; index < Count; index++)
        {
            // AU-109: the parts of a presigned URL are counted by the verifier, which has errors of its own for them.
            if (Name(index).SequenceEqual(Name(index - 1)) && !Name(index).StartsWith("X-Amz-"u8))
            {
                throw Malformed("A parameter is given more than once.");
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Field(int Start, int NameLength, int ValueLength);

    private readonly struct ByName(byte[] text) : IComparer<Field>
    {
        public int Compare(Field x, Field y)
        {
            var order = text.AsSpan(x.Start, x.NameLength).SequenceCompareTo(text.AsSpan(y.Start, y.NameLength));
            return order != 0 ? order : x.Start.CompareTo(y.Start);
        }
    }
}
