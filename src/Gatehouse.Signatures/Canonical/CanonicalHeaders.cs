using System.Buffers;

namespace Gatehouse.Signatures;

/// <summary>The header lines of a canonical request and the line of their names.</summary>
internal static class CanonicalHeaders
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n");

    // What prints in ASCII, upper-case letters left out.
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Writes the signed headers, an empty line, and their names.</summary>
    /// <returns>False when a name is not as it must be (AU-128), or not in the request (AU-129).</returns>
    internal static bool TryWrite<THeaders>(ref ByteWriter writer, ReadOnlySpan<char> signed, in THeaders headers, bool hideToken)
        where THeaders : IHeaderSource
    {
        ReadOnlySpan<char> last = [];
        foreach (var part in signed.Split(';'))
        {
            var name = signed[part];
            if (!WellFormed(name) || name.SequenceCompareTo(last) <= 0)
            {
                return false;
            }

            last = name;
            var key = HeaderNames.Find(name);
            var lines = headers.Count(key);
            if (lines == 0)
            {
                return false;
            }

            writer.Write(name);
            writer.Write((byte)':');
            for (var line = 0; line < lines && !(hideToken && key is HeaderNames.SecurityToken); line++)
            {
                if (line > 0)
                {
                    writer.Write((byte)',');
                }

                WriteValue(ref writer, headers.Get(key, line));
            }

            writer.Write((byte)'\n');
        }

        writer.Write((byte)'\n');
        writer.Write(signed);
        return true;
    }

    /// <summary>Writes a value trimmed, each run of white space in it one space (AU-127).</summary>
    internal static void WriteValue(ref ByteWriter writer, ReadOnlySpan<char> value)
    {
        var first = true;
        while (true)
        {
            var word = value.IndexOfAnyExcept(WhiteSpace);
            if (word < 0)
            {
                return;
            }

            if (!first)
            {
                writer.Write((byte)' ');
            }

            first = false;
            value = value[word..];
            var end = value.IndexOfAny(WhiteSpace);
            if (end < 0)
            {
                writer.Write(value);
                return;
            }

            writer.Write(value[..end]);
            value = value[end..];
        }
    }

    private static bool WellFormed(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExcept(NameCharacters);
}
