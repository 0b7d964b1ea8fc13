using System.Collections.Immutable;

namespace Gatehouse.Signatures;

/// <summary>Reads the certificates that a request of <see cref="SignatureStyle.Certificate"/> brings (AU-860). None of them is trusted yet.</summary>
public static class CertificateHeaders
{
    /// <summary>The most certificates that may come between the client's own and the root.</summary>
    public const int MostInChain = 10;

    private const int MostText = 16 * 1024;

    /// <summary>Reads the client's certificate and those that lead from it to a root.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="headers">The header lines.</param>
    /// <param name="certificate">The client's certificate in DER.</param>
    /// <param name="chain">The others in DER, in the order they came.</param>
    /// <returns>False when there is none, more than one, or what is there is not base64 of bytes.</returns>
    public static bool TryRead<THeaders>(in THeaders headers, out ImmutableArray<byte> certificate, out ImmutableArray<ImmutableArray<byte>> chain)
        where THeaders : IHeaderSource
    {
        chain = [];
        certificate = [];
        if (headers.Count(HeaderNames.X509) != 1 || headers.Count(HeaderNames.X509Chain) > 1 || !TryDecode(headers.Get(HeaderNames.X509, 0), out certificate))
        {
            return false;
        }

        if (headers.Count(HeaderNames.X509Chain) == 0)
        {
            return true;
        }

        var read = ImmutableArray.CreateBuilder<ImmutableArray<byte>>();
        var text = (headers.Get(HeaderNames.X509Chain, 0) ?? "").AsSpan();
        foreach (var part in text.Split(','))
        {
            if (read.Count == MostInChain || !TryDecode(text[part].Trim(" \t"), out var one))
            {
                return false;
            }

            read.Add(one);
        }

        chain = read.DrainToImmutable();
        return true;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, out ImmutableArray<byte> bytes)
    {
        bytes = [];
        var room = new byte[Math.Min(text.Length, MostText)];
        if (text.IsEmpty || text.Length > MostText || !Convert.TryFromBase64Chars(text, room, out var length))
        {
            return false;
        }

        bytes = [.. room.AsSpan(0, length)];
        return true;
    }
}
