using System.Buffers;

namespace Gatehouse.Signatures;

/// <summary>The third line of a canonical request: every parameter encoded anew, in the order of its bytes (AU-124).</summary>
internal static class CanonicalQuery
{
    private const int OnStack = 32;

    /// <summary>Writes a query.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="query">The query as sent, without its question mark.</param>
    /// <param name="form">In the query form the signature itself is left out.</param>
    /// <param name="hideToken">Leaves out the session token's value, for an echo (AU-147).</param>
    internal static void Write(ref ByteWriter writer, ReadOnlySpan<char> query, SignatureForm form, bool hideToken)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var most = query.Count('&') + 1;
        var rented = most > OnStack ? ArrayPool<Parameter>.Shared.Rent(most) : null;
        Span<Parameter> parameters = rented ?? stackalloc Parameter[OnStack];
        var text = new ByteWriter(stackalloc byte[512]);
        try
        {
            var count = 0;
            foreach (var part in query.Split('&'))
            {
                var piece = query[part];
                if (!piece.IsEmpty && Encode(ref text, piece, form, hideToken) is { } parameter)
                {
                    parameters[count++] = parameter;
                }
            }

            Sort(parameters[..count], text.Written);
            Join(ref writer, parameters[..count], text.Written);
        }
        finally
        {
            text.Dispose();
            if (rented is not null)
            {
                ArrayPool<Parameter>.Shared.Return(rented);
            }
        }
    }

    private static Parameter? Encode(ref ByteWriter text, ReadOnlySpan<char> piece, SignatureForm form, bool hideToken)
    {
        var equals = piece.IndexOf('=');
        var start = text.Length;
        PercentEncoding.WriteDecoded(ref text, equals < 0 ? piece : piece[..equals], plusIsSpace: true);
        var middle = text.Length;
        var name = text.Written[start..middle];
        if (form == SignatureForm.Query && name.SequenceEqual("X-Amz-Signature"u8))
        {
            text.CutTo(start);
            return null;
        }

        if (equals >= 0 && !(hideToken && name.SequenceEqual("X-Amz-Security-Token"u8)))
        {
            PercentEncoding.WriteDecoded(ref text, piece[(equals + 1)..], plusIsSpace: true);
        }

        return new(start, middle, text.Length);
    }

    /// <summary>Heap sort: no allocation, and no input makes it slow.</summary>
    private static void Sort(Span<Parameter> parameters, ReadOnlySpan<byte> text)
    {
        for (var root = (parameters.Length / 2) - 1; root >= 0; root--)
        {
            Sink(parameters, root, text);
        }

        for (var end = parameters.Length - 1; end > 0; end--)
        {
            (parameters[0], parameters[end]) = (parameters[end], parameters[0]);
            Sink(parameters[..end], 0, text);
        }
    }

    private static void Sink(Span<Parameter> heap, int root, ReadOnlySpan<byte> text)
    {
        while ((2 * root) + 1 is var child && child < heap.Length)
        {
            if (child + 1 < heap.Length && heap[child].CompareTo(heap[child + 1], text) < 0)
            {
                child++;
            }

            if (heap[root].CompareTo(heap[child], text) >= 0)
            {
                return;
            }

            (heap[root], heap[child]) = (heap[child], heap[root]);
            root = child;
        }
    }

    private static void Join(ref ByteWriter writer, scoped ReadOnlySpan<Parameter> parameters, scoped ReadOnlySpan<byte> text)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            if (index > 0)
            {
                writer.Write((byte)'&');
            }

            writer.Write(parameters[index].Name(text));
            writer.Write((byte)'=');
            writer.Write(parameters[index].Value(text));
        }
    }

    /// <summary>Where one encoded parameter lies in the text.</summary>
    private readonly record struct Parameter(int Start, int Middle, int End)
    {
        internal ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text) => text[Start..Middle];

        internal ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text) => text[Middle..End];

        internal int CompareTo(Parameter other, ReadOnlySpan<byte> text)
        {
            var byName = Name(text).SequenceCompareTo(other.Name(text));
            return byName != 0 ? byName : Value(text).SequenceCompareTo(other.Value(text));
        }
    }
}
