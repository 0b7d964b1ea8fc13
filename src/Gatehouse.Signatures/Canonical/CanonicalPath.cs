namespace Gatehouse.Signatures;

/// <summary>The second line of a canonical request.</summary>
internal static class CanonicalPath
{
    /// <summary>Writes a path as every service but S3 signs it: dot segments and empty ones resolved on the raw text, then encoded whole (AU-123).</summary>
    /// <remarks>What the client sent encoded is thereby encoded twice. <c>%2e%2e</c> is no dot segment.</remarks>
    internal static void WriteNormalised(ref ByteWriter writer, ReadOnlySpan<char> path)
    {
        var root = writer.Length;
        writer.Write((byte)'/');
        var ended = true;
        foreach (var part in path.Split('/'))
        {
            var segment = path[part];
            ended = segment is "" or "." or "..";
            if (segment is "..")
            {
                DropLastSegment(ref writer, root);
            }
            else if (!ended)
            {
                PercentEncoding.Write(ref writer, segment);
                writer.Write((byte)'/');
            }
        }

        if (!ended)
        {
            writer.CutTo(writer.Length - 1);
        }
    }

    /// <summary>Writes a path as S3 signs it: each escape decoded and encoded again once, nothing resolved (AU-121).</summary>
    internal static void WriteAsSent(ref ByteWriter writer, ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
        {
            writer.Write((byte)'/');
            return;
        }

        var first = true;
        foreach (var part in path.Split('/'))
        {
            if (!first)
            {
                writer.Write((byte)'/');
            }

            first = false;
            PercentEncoding.WriteDecoded(ref writer, path[part], plusIsSpace: false);
        }
    }

    // INVARIANT: what is written since the root begins and ends with a slash.
    private static void DropLastSegment(ref ByteWriter writer, int root)
    {
        var written = writer.Written[root..^1];
        writer.CutTo(root + Math.Max(written.LastIndexOf((byte)'/'), 0) + 1);
    }
}
