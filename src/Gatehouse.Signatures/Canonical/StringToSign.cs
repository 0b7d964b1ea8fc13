namespace Gatehouse.Signatures;

/// <summary>The text that is signed (AU-132).</summary>
internal static class StringToSign
{
    internal const string Hmac = "AWS4-HMAC-SHA256";
    internal const string Ecdsa = "AWS4-ECDSA-P256-SHA256";
    internal const string X509Rsa = "AWS4-X509-RSA-SHA256";
    internal const string X509Ecdsa = "AWS4-X509-ECDSA-SHA256";

    /// <summary>Writes the string to sign of a request.</summary>
    internal static void Write(ref ByteWriter writer, in Signature signature, ReadOnlySpan<byte> canonicalRequestHash)
    {
        WriteHead(ref writer, signature, []);
        writer.WriteHex(canonicalRequestHash);
    }

    /// <summary>Writes what every string to sign begins with: algorithm, time and scope, each with its line feed.</summary>
    internal static void WriteHead(ref ByteWriter writer, in Signature signature, ReadOnlySpan<byte> algorithmSuffix)
    {
        writer.Write(Name(signature.Algorithm));
        writer.Write(algorithmSuffix);
        writer.Write((byte)'\n');
        writer.Write(signature.TimeText);
        writer.Write((byte)'\n');
        writer.Write(signature.Scope);
        writer.Write((byte)'\n');
    }

    internal static string Name(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.HmacSha256 => Hmac,
        SignatureAlgorithm.EcdsaP256Sha256 => Ecdsa,
        SignatureAlgorithm.X509RsaSha256 => X509Rsa,
        SignatureAlgorithm.X509EcdsaSha256 => X509Ecdsa,
        _ => throw new InvalidOperationException($"No such algorithm: {algorithm}."),
    };

    /// <summary>Whether the scope names a region; SigV4A has a set of them in its place (AU-162).</summary>
    internal static bool HasRegion(SignatureAlgorithm algorithm) => algorithm != SignatureAlgorithm.EcdsaP256Sha256;
}
