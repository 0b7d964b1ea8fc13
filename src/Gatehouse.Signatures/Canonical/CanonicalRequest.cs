namespace Gatehouse.Signatures;

/// <summary>The text whose hash is signed: method, path, query, headers, names, payload, each on its line.</summary>
internal static class CanonicalRequest
{
    /// <summary>Writes the canonical form of a request.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="signature">Which headers are signed, and in which style and form.</param>
    /// <param name="request">The request.</param>
    /// <param name="payload">The last line: the hash of the body in hex, or what S3 takes in its place.</param>
    /// <param name="hideToken">Leaves out the session token's value, for an echo (AU-147).</param>
    /// <returns>False when the signed headers are not as they must be, or not all there (AU-128, AU-129).</returns>
    internal static bool TryWrite<THeaders>(
        ref ByteWriter writer, in Signature signature, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> payload, bool hideToken = false)
        where THeaders : IHeaderSource
    {
        if (!RequestTarget.TryParse(request.Target, out var target))
        {
            return false;
        }

        WriteMethod(ref writer, request.Method);
        writer.Write((byte)'\n');
        if (signature.Style == SignatureStyle.S3)
        {
            CanonicalPath.WriteAsSent(ref writer, target.Path.Span);
        }
        else
        {
            CanonicalPath.WriteNormalised(ref writer, target.Path.Span);
        }

        writer.Write((byte)'\n');
        CanonicalQuery.Write(ref writer, target.Query.Span, signature.Form, hideToken);
        writer.Write((byte)'\n');
        if (!CanonicalHeaders.TryWrite(ref writer, signature.SignedHeaders, request.Headers, hideToken))
        {
            return false;
        }

        writer.Write((byte)'\n');
        writer.Write(payload);
        return true;
    }

    private static void WriteMethod(ref ByteWriter writer, ReadOnlySpan<char> method)
    {
        var start = writer.Length;
        writer.Write(method);
        writer.UpperCase(start);
    }
}
