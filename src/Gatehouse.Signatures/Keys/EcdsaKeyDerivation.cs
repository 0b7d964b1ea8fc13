using System.Security.Cryptography;

namespace Gatehouse.Signatures;

/// <summary>How SigV4A turns a secret into a key of P-256 (AU-161).</summary>
internal static class EcdsaKeyDerivation
{
    private const int Size = 32;
    private const int MaxCounter = 254;

    /// <summary>The order of the curve.</summary>
    internal static ReadOnlySpan<byte> Order =>
    [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ];

    /// <summary>Derives the private key; dispose it soon.</summary>
    internal static ECDsa Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<char> accessKeyId)
    {
        var keyWriter = new ByteWriter(stackalloc byte[128]);
        var inputWriter = new ByteWriter(stackalloc byte[128]);
        var scalar = new byte[Size];
        try
        {
            keyWriter.Write("AWS4A"u8);
            keyWriter.Write(secret);
            for (var counter = 1; counter <= MaxCounter; counter++)
            {
                inputWriter.CutTo(0);
                inputWriter.Write([0, 0, 0, 1]);
                inputWriter.Write("AWS4-ECDSA-P256-SHA256"u8);
                inputWriter.Write((byte)0);
                inputWriter.Write(accessKeyId);
                inputWriter.Write((byte)counter);
                inputWriter.Write([0, 0, 1, 0]);
                HMACSHA256.HashData(keyWriter.Written, inputWriter.Written, scalar);
                if (TryMakeScalar(scalar))
                {
                    return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
                }
            }

            throw new InvalidOperationException("No key can be derived from this secret: a chance of one in 2^8000.");
        }
        finally
        {
            keyWriter.Dispose();
            inputWriter.Dispose();
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>Turns k ≤ n − 2 into k + 1. Takes the same time for every k.</summary>
    internal static bool TryMakeScalar(Span<byte> k)
    {
        // k + 1 < n, and k + 1 does not run over, exactly when k ≤ n − 2.
        var carry = 1;
        for (var index = Size - 1; index >= 0; index--)
        {
            carry += k[index];
            k[index] = (byte)carry;
            carry >>= 8;
        }

        var borrow = 0;
        for (var index = Size - 1; index >= 0; index--)
        {
            borrow = ((k[index] - Order[index] - borrow) >> 8) & 1;
        }

        return (carry == 0) & (borrow == 1);
    }
}
