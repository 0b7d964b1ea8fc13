using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Gatehouse.Signatures.Tests;

/// <summary>Requests nobody would think of: odd paths, queries and header values, all of them legal on the wire.</summary>
internal static class RandomRequests
{
    private static readonly Gen<string> PathPiece = Gen.Elements(
        "a", "B", "0", "-", ".", "_", "~", "..", ".", "//", "/", "/../", "/./", "%20", "%2F", "%2f", "%2e%2e", "%00", "%C3%A9", "%ff", "+", "*", ":", "@", "!", "$", "'", "(", ")", ";", "=", "&", ",");

    private static readonly Gen<string> QueryPiece = Gen.Elements(
        "a", "b", "B", "a-", "a=", "=", "&", "&&", "+", "%20", "%2B", "%26", "%3D", "%c3%a9", "%FF", "X-Amz-", "/", "?", "~", "*", "'", ".", "_", "-", "0");

    private static readonly Gen<string> ValuePiece = Gen.Elements("a", "Z", " ", "  ", "\t", "\"", "\"  \"", ",", ";", "=", "é", "漢", "🙂", "0", "%20");

    internal static Gen<OutgoingRequest> Requests { get; } =
        from method in Gen.Elements("GET", "POST", "PUT", "DELETE", "get")
        from path in Text(PathPiece)
        from query in Gen.Frequency((1, Gen.Constant("")), (3, Text(QueryPiece).Select(text => "?" + text)))
        from host in Gen.Elements("127.0.0.1:4566", "[::1]:4566", "iam.Example.com")
        from headers in Gen.ListOf(Headers).Resize(8)
        from body in Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).Resize(32)
        select new OutgoingRequest { Method = method, Target = "/" + path + query, Headers = [new("Host", host), .. headers], Body = body };

    private static Gen<KeyValuePair<string, string>> Headers =>
        from name in Gen.Elements("Content-Type", "X-Amz-Meta", "x-amz-meta", "My-Header", "a", "Z-1", "X-K8s-Aws-Id", "Accept")
        from value in Text(ValuePiece)
        select KeyValuePair.Create(name, value);

    private static Gen<string> Text(Gen<string> pieces) => Gen.ListOf(pieces).Resize(16).Select(parts => string.Concat(parts));

    internal static string Show(this OutgoingRequest request) =>
        $"{request.Method} {request.Target}\n{string.Join('\n', request.Headers.Select(line => $"{line.Key}:{line.Value}"))}\n\n{Encoding.Latin1.GetString(request.Body.Span)}";
}
