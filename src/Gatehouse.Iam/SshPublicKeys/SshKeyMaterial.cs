using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>An RSA public key as SSH writes it, read from either of the two encodings that AWS takes: one line of <c>ssh-rsa</c>, or PEM.</summary>
internal sealed class SshKeyMaterial
{
    private const string Algorithm = "ssh-rsa";
    private const int FewestBits = 2048;
    private const int MostBits = 16384;

    private readonly RSAParameters key;
    private readonly byte[] blob;

    private SshKeyMaterial(RSAParameters key)
    {
        this.key = key;
        blob = [.. Field(Encoding.ASCII.GetBytes(Algorithm)), .. Field(Number(key.Exponent!)), .. Field(Number(key.Modulus!))];
    }

    /// <summary>Whether the text is PEM.</summary>
    internal static bool IsPem(string body) => body.AsSpan().TrimStart().StartsWith("-----BEGIN", StringComparison.Ordinal);

    /// <summary>Reads a key.</summary>
    /// <exception cref="UnrecognizedPublicKeyEncodingException">It is neither encoding, or of another algorithm: AWS takes RSA alone.</exception>
    /// <exception cref="InvalidPublicKeyException">It is malformed, or shorter than 2048 bits.</exception>
    internal static SshKeyMaterial Read(string body)
    {
        var key = IsPem(body) ? ReadPem(body) : ReadLine(body);
        var bits = new BigInteger(key.Modulus, isUnsigned: true, isBigEndian: true).GetBitLength();
        var exponent = new BigInteger(key.Exponent, isUnsigned: true, isBigEndian: true);
        return bits is >= FewestBits and <= MostBits && !exponent.IsEven && !exponent.IsOne && (key.Modulus![^1] & 1) == 1 ? new(key) : throw Invalid();
    }

    /// <summary>The MD5 of the key, as <c>ssh-keygen -l -E md5</c> prints it.</summary>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "A name that people compare, as AWS shows it; nothing is trusted for it.")]
    internal string Fingerprint => Convert.ToHexStringLower(MD5.HashData(blob)).Chunk(2).Select(pair => new string(pair)).Aggregate((left, right) => $"{left}:{right}");

    /// <summary>Whether both are the same key, in whatever encoding.</summary>
    internal bool IsSame(SshKeyMaterial other) => blob.AsSpan().SequenceEqual(other.blob);

    /// <summary>The key as one line, without a comment.</summary>
    internal string ToLine() => $"{Algorithm} {Convert.ToBase64String(blob)}";

    /// <summary>The key as PEM.</summary>
    internal string ToPem()
    {
        using var rsa = RSA.Create(key);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static RSAParameters ReadPem(string body)
    {
        if (!PemEncoding.TryFind(body, out var found))
        {
            throw Invalid();
        }

        if (body[found.Label] is not ("PUBLIC KEY" or "RSA PUBLIC KEY") || !body.AsSpan()[found.Location.End..].IsWhiteSpace())
        {
            throw Unrecognized();
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(body.AsSpan()[found.Location]);
            return rsa.ExportParameters(includePrivateParameters: false);
        }
        catch (Exception malformed) when (malformed is CryptographicException or ArgumentException)
        {
            throw Invalid();
        }
    }

    private static RSAParameters ReadLine(string body)
    {
        var words = body.Split((char[])[' ', '\t', '\r', '\n'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [Algorithm, ..])
        {
            throw Unrecognized();
        }

        var bytes = new byte[words.Length > 1 ? words[1].Length : 0];
        if (words.Length < 2 || !Convert.TryFromBase64String(words[1], bytes, out var length))
        {
            throw Invalid();
        }

        var rest = bytes.AsSpan(0, length);
        return TryTake(ref rest, out var name) && name.SequenceEqual("ssh-rsa"u8) && TryTake(ref rest, out var exponent) && TryTake(ref rest, out var modulus)
            && rest.IsEmpty && IsNumber(exponent) && IsNumber(modulus)
            ? new() { Exponent = exponent.TrimStart((byte)0).ToArray(), Modulus = modulus.TrimStart((byte)0).ToArray() }
            : throw Invalid();
    }

    private static bool TryTake(ref Span<byte> rest, out Span<byte> field)
    {
        field = default;
        if (rest.Length < sizeof(int) || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - sizeof(int))
        {
            return false;
        }

        field = rest.Slice(sizeof(int), (int)length);
        rest = rest[(sizeof(int) + (int)length)..];
        return true;
    }

    // A number of SSH is positive, and written as short as can be.
    private static bool IsNumber(ReadOnlySpan<byte> field) => field is [> 0 and < 0x80, ..] or [0, >= 0x80, ..];

    private static byte[] Number(byte[] unsigned) => unsigned[0] < 0x80 ? unsigned : [0, .. unsigned];

    private static byte[] Field(byte[] content)
    {
        var field = new byte[sizeof(int) + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(field, content.Length);
        content.CopyTo(field, sizeof(int));
        return field;
    }

    private static InvalidPublicKeyException Invalid() => new("The public key is malformed or otherwise invalid.");

    private static UnrecognizedPublicKeyEncodingException Unrecognized() => new("The public key encoding format is unsupported or unrecognized.");
}
