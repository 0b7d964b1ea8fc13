using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Signatures.Tests;

/// <summary>One signed form of a case of the signing suites.</summary>
public sealed record SuiteCase(
    string Name, SignatureForm Form, bool Normalised, bool AddPayloadHash, bool TokenAfterSigning, string? Token, string Region, string Service,
    DateTimeOffset Time, TimeSpan Life, string AccessKeyId, string Secret, OutgoingRequest Request,
    string CanonicalRequest, string StringToSign, string Signature, OutgoingRequest Signed, string? X, string? Y)
{
    public override string ToString() => $"{Name}, {Form}";
}

/// <summary>A request as one of AWS's own clients sent it.</summary>
public sealed record ClientCase(
    string Name, SignatureForm Form, bool S3, string Service, string Region, string AccessKeyId, string Secret, string? Token, OutgoingRequest Request,
    string CanonicalRequest, string StringToSign, string Signature)
{
    public override string ToString() => Name;
}

/// <summary>The vectors, read once.</summary>
public static class VectorFiles
{
    public static IReadOnlyList<SuiteCase> V4 { get; } = ReadSuite("v4.json");

    public static IReadOnlyList<SuiteCase> V4a { get; } = ReadSuite("v4a.json");

    public static IReadOnlyList<ClientCase> Clients { get; } = ReadClients();

    public static DateTimeOffset ClientClock { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static JsonElement Open(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", file)));
        return document.RootElement.Clone();
    }

    /// <summary>Reads a request written as text: lines parted by LF, a folded line continues the one before.</summary>
    public static OutgoingRequest ReadRequest(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).TrimEnd('\n').Split('\n');
        var first = head[0];
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var line in head.Skip(1))
        {
            if (line[0] is ' ' or '\t')
            {
                headers[^1] = new(headers[^1].Key, headers[^1].Value + "\n" + line);
                continue;
            }

            var colon = line.IndexOf(':');
            headers.Add(new(line[..colon], line[(colon + 1)..]));
        }

        return new()
        {
            Method = first[..first.IndexOf(' ')],
            Target = first[(first.IndexOf(' ') + 1)..first.LastIndexOf(' ')],
            Headers = headers.ToImmutable(),
            Body = Encoding.UTF8.GetBytes(end < 0 ? "" : text[(end + 2)..]),
        };
    }

    private static List<SuiteCase> ReadSuite(string file)
    {
        var cases = new List<SuiteCase>();
        foreach (var given in Open(file).GetProperty("cases").EnumerateArray())
        {
            foreach (var form in (SignatureForm[])[SignatureForm.Header, SignatureForm.Query])
            {
                var expected = given.GetProperty(form == SignatureForm.Header ? "header" : "query");
                if (expected.ValueKind != JsonValueKind.Null)
                {
                    cases.Add(ReadCase(given, form, expected));
                }
            }
        }

        return cases;
    }

    private static SuiteCase ReadCase(JsonElement given, SignatureForm form, JsonElement expected)
    {
        var context = given.GetProperty("context");
        var credentials = context.GetProperty("credentials");
        var publicKey = given.TryGetProperty("publicKey", out var point) ? point : default;
        return new(
            Text(given, "name")!,
            form,
            context.GetProperty("normalize").GetBoolean(),
            context.GetProperty("sign_body").GetBoolean(),
            context.TryGetProperty("omit_session_token", out var omit) && omit.GetBoolean(),
            Text(credentials, "token"),
            Text(context, "region")!,
            Text(context, "service")!,
            context.GetProperty("timestamp").GetDateTimeOffset(),
            TimeSpan.FromSeconds(context.GetProperty("expiration_in_seconds").GetInt32()),
            Text(credentials, "access_key_id")!,
            Text(credentials, "secret_access_key")!,
            ReadRequest(Text(given, "request")!),
            Text(expected, "canonicalRequest")!,
            Text(expected, "stringToSign")!,
            Text(expected, "signature")!,
            ReadRequest(Text(expected, "signedRequest")!),
            publicKey.ValueKind == JsonValueKind.Object ? Text(publicKey, "X") : null,
            publicKey.ValueKind == JsonValueKind.Object ? Text(publicKey, "Y") : null);
    }

    private static List<ClientCase> ReadClients() => [.. Open("extra.json").GetProperty("cases").EnumerateArray().Select(given => new ClientCase(
        Text(given, "name")!,
        Text(given, "form") == "query" ? SignatureForm.Query : SignatureForm.Header,
        given.GetProperty("s3").GetBoolean(),
        Text(given, "service")!,
        Text(given, "region")!,
        Text(given, "accessKeyId")!,
        Text(given, "secretAccessKey")!,
        Text(given, "sessionToken"),
        new()
        {
            Method = Text(given, "method")!,
            Target = Text(given, "target")!,
            Headers = [.. given.GetProperty("headers").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))],
            Body = Encoding.UTF8.GetBytes(Text(given, "body") ?? ""),
        },
        Text(given, "canonicalRequest")!,
        Text(given, "stringToSign")!,
        Text(given, "signature")!))];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
