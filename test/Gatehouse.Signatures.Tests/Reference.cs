using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>
/// A second, plain signer out of strings: the oracle for random requests, and the forger of requests that the real signer would not make,
/// such as one whose signed headers are not sorted. It shares no code with the library.
/// </summary>
internal static class Reference
{
    internal static string CanonicalRequest(
        OutgoingRequest request, string signedHeaders, string payload, bool queryForm = false, bool normalised = true)
    {
        var (path, query) = Cut(request.Target);
        var headers = signedHeaders.Split(';').Select(name => $"{name}:{Value(request, name)}\n");
        return string.Join('\n', request.Method.ToUpperInvariant(), normalised ? Normalise(path) : Recode(path), Query(query, queryForm),
            string.Concat(headers), signedHeaders, payload);
    }

    internal static string StringToSign(string time, string scope, string canonicalRequest) =>
        $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonicalRequest)}";

    internal static string Sign(string secret, string scope, string stringToSign)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    /// <summary>Signs in the header form with whatever it is told, right or wrong.</summary>
    internal static OutgoingRequest Forge(
        OutgoingRequest request, string secret, string credential, string time, string signedHeaders, string? payload = null)
    {
        var scope = credential[(credential.IndexOf('/') + 1)..];
        request = request.With("X-Amz-Date", time);
        var text = StringToSign(time, scope, CanonicalRequest(request, signedHeaders, payload ?? Hash(request.Body.Span)));
        return request.With("Authorization", $"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={signedHeaders}, Signature={Sign(secret, scope, text)}");
    }

    internal static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (string Path, string Query) Cut(string target) =>
        target.IndexOf('?') is var mark and >= 0 ? (target[..mark], target[(mark + 1)..]) : (target, "");

    private static string Normalise(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == "..")
            {
                segments = [.. segments.SkipLast(1)];
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        var ended = path.Split('/')[^1] is "" or "." or "..";
        return "/" + string.Join('/', segments.Select(segment => Encode(Encoding.UTF8.GetBytes(segment)))) + (ended && segments.Count > 0 ? "/" : "");
    }

    private static string Recode(string path) => path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(segment => Encode(Decode(segment, false))));

    private static string Query(string query, bool queryForm) => string.Join('&', query.Split('&')
        .Where(piece => piece.Length > 0)
        .Select(piece => piece.Split('=', 2))
        .Select(pair => (Name: Encode(Decode(pair[0], true)), Value: pair.Length < 2 ? "" : Encode(Decode(pair[1], true))))
        .Where(pair => !queryForm || pair.Name != "X-Amz-Signature")
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Value(OutgoingRequest request, string name) => string.Join(',', request.Headers
        .Where(line => string.Equals(line.Key, name, StringComparison.OrdinalIgnoreCase))
        .Select(line => string.Join(' ', line.Value.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))));

    private static byte[] Decode(string text, bool plusIsSpace)
    {
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '%')
            {
                bytes.Add(Convert.ToByte(text.Substring(index + 1, 2), 16));
                index += 2;
            }
            else if (plusIsSpace && text[index] == '+')
            {
                bytes.Add((byte)' ');
            }
            else
            {
                var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(index, length)));
                index += length - 1;
            }
        }

        return [.. bytes];
    }

    private static string Encode(byte[] bytes) =>
        string.Concat(bytes.Select(value => char.IsAsciiLetterOrDigit((char)value) || "-._~".Contains((char)value) ? $"{(char)value}" : $"%{value:X2}"));
}
