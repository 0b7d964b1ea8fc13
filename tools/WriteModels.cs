// Writes models/NAME.smithy from AWS service models in botocore's JSON form: facts only, in a stable order.
//
//     dotnet run tools/WriteModels.cs -- <folder of NAME-VERSION.json> models [name …]
//
// Without names every model of the folder is written. The output is the Smithy IDL 2.0; the generator in gen/ reads the
// part of it that is written here. A fact of the source that this program does not know stops it: nothing is dropped in silence.

#:property PublishAot=false

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Tools;

/// <summary>The command: reads the folder, writes the files.</summary>
internal static class ModelTool
{
#if !LINKED
    private static int Main(string[] args) => Run(args, Console.Out, Console.Error);
#endif

    internal static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length < 2 || !Directory.Exists(args[0]))
        {
            errors.WriteLine("usage: dotnet run tools/WriteModels.cs -- <folder of models> <folder to write> [name …]");
            return 2;
        }

        Directory.CreateDirectory(args[1]);
        var wanted = args.AsSpan(2).ToArray();
        var sources = Directory.GetFiles(args[0], "*.json").Order(StringComparer.Ordinal).ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var missing in wanted.Where(name => !sources.ContainsKey(name)))
        {
            errors.WriteLine($"no model of the name {missing}");
            return 1;
        }

        foreach (var (name, path) in sources.Where(source => wanted.Length == 0 || wanted.Contains(source.Key, StringComparer.Ordinal)))
        {
            var target = Path.Combine(args[1], name + ".smithy");
            File.WriteAllText(target, ModelText.Of(name, File.ReadAllBytes(path)));
            output.WriteLine(target);
        }

        return 0;
    }

    /// <summary><c>iam-2010-05-08.json</c> is the model of <c>iam</c>.</summary>
    internal static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Length > 11 && name[^11] == '-' && char.IsAsciiDigit(name[^1]) ? name[..^11] : name;
    }
}

/// <summary>One model as Smithy text.</summary>
internal sealed class ModelText
{
    /// <summary>Secrets that the source does not mark, though rule AU-8 counts them among the secrets: they are neither echoed nor logged.</summary>
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        "iam#authenticationCodeType", "signin#AuthorizationCode", "signin#CodeVerifier", "signin#IdToken", "sso-oidc#AuthCode", "sso-oidc#DeviceCode", "sso-oidc#IdentityContext",
        "sso-oidc#UserCode",
        "sts#contextAssertionType", "sts#tokenCodeType", "sts#tokenType",
    };

    /// <summary>Errors that the source does not list, though AWS answers with them (rule AU-852): the operation, and the error with its status.</summary>
    private static readonly Dictionary<string, (string Error, int Status)> Unlisted = new(StringComparer.Ordinal) { ["sso#GetRoleCredentials"] = ("ForbiddenException", 403) };

    private readonly StringBuilder text = new();
    private readonly string service;
    private readonly JsonElement model;
    private readonly JsonElement shapes;
    private readonly JsonElement paginators;
    private readonly string protocol;

    private ModelText(string service, JsonElement root)
    {
        this.service = service;
        model = root.GetProperty("model");
        shapes = model.GetProperty("shapes");
        paginators = root.TryGetProperty("paginators", out var pages) && pages.TryGetProperty("pagination", out var inner) ? inner : pages;
        protocol = ProtocolOf(model.GetProperty("metadata"));
    }

    private bool Rest => protocol == "restJson1";

    private bool Query => protocol == "awsQuery";

    internal static string Of(string name, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new ModelText(name, document.RootElement).Write();
    }

    private static string ProtocolOf(JsonElement metadata) => metadata.GetProperty("protocol").GetString() switch
    {
        "query" => "awsQuery",
        "rest-json" => "restJson1",
        "json" when metadata.GetProperty("jsonVersion").GetString() == "1.0" => "awsJson1_0",
        "json" => "awsJson1_1",
        var other => throw new InvalidDataException($"protocol {other} is not known"),
    };

    private static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or > '~' => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void Know(string place, JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw new InvalidDataException($"{place}: {property.Name} is not known");
            }
        }
    }

    private string Write()
    {
        var metadata = model.GetProperty("metadata");
        var prefix = Text(metadata, "targetPrefix") ?? Text(metadata, "serviceId")!.Replace(" ", "", StringComparison.Ordinal);
        var dot = prefix.LastIndexOf('.');
        Line("$version: \"2\"");
        Line();
        Line($"namespace {(dot < 0 ? "com.amazonaws." + service.Replace("-", "", StringComparison.Ordinal) : prefix[..dot])}");
        Line();
        WriteUses(metadata);
        WriteService(metadata, prefix[(dot + 1)..]);
        foreach (var operation in model.GetProperty("operations").EnumerateObject().OrderBy(operation => operation.Name, StringComparer.Ordinal))
        {
            WriteOperation(operation.Name, operation.Value);
        }

        foreach (var shape in shapes.EnumerateObject().OrderBy(shape => shape.Name, StringComparer.Ordinal))
        {
            WriteShape(shape.Name, shape.Value);
        }

        foreach (var (error, status) in Unlisted.Where(unlisted => unlisted.Key.StartsWith(service + "#", StringComparison.Ordinal)).Select(unlisted => unlisted.Value).Distinct())
        {
            Line("// The source does not list it; rule AU-852 says that AWS answers with it.");
            Line("@error(\"client\")");
            Line($"@httpError({status})");
            Line($"structure {error} {{");
            Line("    message: String");
            Line("}");
            Line();
        }

        return text.ToString();
    }

    private void Line(string line = "") => text.Append(line).Append('\n');

    private void WriteUses(JsonElement metadata)
    {
        var uses = new SortedSet<string>(StringComparer.Ordinal) { "aws.api#service", "aws.auth#sigv4", "aws.protocols#" + protocol };
        if (SignsWithSigV4A(metadata))
        {
            uses.Add("aws.auth#sigv4a");
        }

        if (shapes.EnumerateObject().Any(shape => shape.Value.TryGetProperty("error", out var error) && error.TryGetProperty("code", out _)))
        {
            uses.Add("aws.protocols#awsQueryError");
        }

        foreach (var use in uses)
        {
            Line("use " + use);
        }

        Line();
    }

    private static bool SignsWithSigV4A(JsonElement metadata) =>
        metadata.TryGetProperty("auth", out var auth) && auth.EnumerateArray().Any(scheme => scheme.GetString() == "aws.auth#sigv4a");

    private void WriteService(JsonElement metadata, string shape)
    {
        var endpoint = Text(metadata, "endpointPrefix")!;
        var signing = Text(metadata, "signingName") ?? endpoint;
        Line($"@service(sdkId: {Quote(Text(metadata, "serviceId")!)}, endpointPrefix: {Quote(endpoint)})");
        Line($"@sigv4(name: {Quote(signing)})");
        if (SignsWithSigV4A(metadata))
        {
            Line($"@sigv4a(name: {Quote(signing)})");
        }

        Line("@" + protocol);
        if (Text(metadata, "xmlNamespace") is { } uri)
        {
            Line($"@xmlNamespace(uri: {Quote(uri)})");
        }

        Line($"service {shape} {{");
        Line($"    version: {Quote(Text(metadata, "apiVersion")!)}");
        Line("    operations: [");
        foreach (var operation in model.GetProperty("operations").EnumerateObject().Select(operation => operation.Name).Order(StringComparer.Ordinal))
        {
            Line("        " + operation);
        }

        Line("    ]");
        Line("}");
        Line();
    }

    private void WriteOperation(string name, JsonElement operation)
    {
        Know(name, operation, "name", "http", "input", "output", "errors", "idempotent", "readonly", "auth", "authtype");
        if (Text(operation, "authtype") is { } auth)
        {
            Line(auth == "none" ? "@auth([])" : throw new InvalidDataException($"{name}: authtype {auth} is not known"));
        }

        WriteHttp(name, operation.GetProperty("http"));
        if (Flag(operation, "idempotent"))
        {
            Line("@idempotent");
        }

        if (Flag(operation, "readonly"))
        {
            Line("@readonly");
        }

        WritePaging(name);
        Line($"operation {name} {{");
        if (operation.TryGetProperty("input", out var input))
        {
            Know(name + ".input", input, "shape");
            Line("    input: " + Text(input, "shape"));
        }

        if (operation.TryGetProperty("output", out var output))
        {
            Know(name + ".output", output, "shape", "resultWrapper");
            if (Text(output, "resultWrapper") is { } wrapper && wrapper != name + "Result")
            {
                throw new InvalidDataException($"{name}: result wrapper {wrapper} is not the usual one");
            }

            Line("    output: " + Text(output, "shape"));
        }

        if (operation.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            Line("    errors: [");
            string[] unlisted = Unlisted.TryGetValue($"{service}#{name}", out var further) ? [further.Error] : [];
            foreach (var error in errors.EnumerateArray().Select(error => Text(error, "shape")!).Concat(unlisted).Order(StringComparer.Ordinal))
            {
                Line("        " + error);
            }

            Line("    ]");
        }

        Line("}");
        Line();
    }

    private void WriteHttp(string name, JsonElement http)
    {
        Know(name + ".http", http, "method", "requestUri", "responseCode");
        var (method, uri) = (Text(http, "method")!, Text(http, "requestUri")!);
        if (!Rest)
        {
            if (method != "POST" || uri != "/")
            {
                throw new InvalidDataException($"{name}: {method} {uri} is not how this protocol is called");
            }

            return;
        }

        var code = http.TryGetProperty("responseCode", out var given) ? given.GetInt32() : 200;
        Line($"@http(method: {Quote(method)}, uri: {Quote(uri)}, code: {code})");
    }

    private void WritePaging(string name)
    {
        if (paginators.ValueKind != JsonValueKind.Object || !paginators.TryGetProperty(name, out var paging))
        {
            return;
        }

        var parts = new List<string>();
        foreach (var (source, target) in (ReadOnlySpan<(string, string)>)[("input_token", "inputToken"), ("output_token", "outputToken"), ("result_key", "items"), ("limit_key", "pageSize")])
        {
            // Some calls page several lists together; the IDL names one, and the first is the one that counts.
            if (paging.TryGetProperty(source, out var value))
            {
                parts.Add($"{target}: {Quote(value.ValueKind == JsonValueKind.Array ? value[0].GetString()! : value.GetString()!)}");
            }
        }

        Line($"@paginated({string.Join(", ", parts)})");
    }

    private void WriteShape(string name, JsonElement shape)
    {
        var type = Text(shape, "type")!;
        Know(
            name, shape, "type", "members", "member", "key", "value", "required", "min", "max", "pattern", "enum", "sensitive", "error", "exception", "fault", "union",
            "document", "payload", "timestampFormat", "flattened", "box", "deprecated", "deprecatedMessage", "retryable", "locationName");
        WriteShapeTraits(name, type, shape);
        switch (type)
        {
            case "structure" when Flag(shape, "document"):
                Line("document " + name);
                break;
            case "structure":
                WriteMembers($"{(Flag(shape, "union") ? "union" : "structure")} {name}", shape.GetProperty("members").EnumerateObject(), member => WriteMemberTraits(name, shape, member));
                break;
            case "list":
                WriteMembers("list " + name, [("member", shape.GetProperty("member"))], WriteElementTraits);
                break;
            case "map":
                WriteMembers("map " + name, [("key", shape.GetProperty("key")), ("value", shape.GetProperty("value"))], WriteElementTraits);
                break;
            case "string" when shape.TryGetProperty("enum", out var values):
                WriteEnum(name, values);
                break;
            case "string" or "blob" or "boolean" or "integer" or "long" or "float" or "double" or "timestamp":
                Line($"{type} {name}");
                break;
            default:
                throw new InvalidDataException($"{name}: type {type} is not known");
        }

        Line();
    }

    private void WriteShapeTraits(string name, string type, JsonElement shape)
    {
        if (Flag(shape, "exception"))
        {
            WriteErrorTraits(name, shape);
        }

        var bounds = new List<string>();
        foreach (var bound in (ReadOnlySpan<string>)["min", "max"])
        {
            if (shape.TryGetProperty(bound, out var value))
            {
                bounds.Add($"{bound}: {value.GetRawText()}");
            }
        }

        if (bounds.Count > 0)
        {
            Line($"@{(type is "string" or "blob" or "list" or "map" ? "length" : "range")}({string.Join(", ", bounds)})");
        }

        if (Text(shape, "pattern") is { } pattern)
        {
            Line($"@pattern({Quote(pattern)})");
        }

        if (Text(shape, "timestampFormat") is { } format)
        {
            Line($"@timestampFormat({Quote(FormatOf(format))})");
        }

        if (Flag(shape, "sensitive"))
        {
            Line("@sensitive");
        }
        else if (Secrets.Contains($"{service}#{name}"))
        {
            Line("// The source does not mark it; rule AU-8 counts it among the secrets.");
            Line("@sensitive");
        }
    }

    private static string FormatOf(string format) => format switch
    {
        "iso8601" => "date-time",
        "rfc822" => "http-date",
        "unixTimestamp" => "epoch-seconds",
        _ => throw new InvalidDataException($"timestamp format {format} is not known"),
    };

    private void WriteErrorTraits(string name, JsonElement shape)
    {
        var error = shape.TryGetProperty("error", out var given) ? given : default;
        var known = error.ValueKind == JsonValueKind.Object;
        if (known)
        {
            Know(name + ".error", error, "code", "httpStatusCode", "senderFault", "fault");
        }

        var status = known && error.TryGetProperty("httpStatusCode", out var code) ? code.GetInt32() : 0;
        var server = Flag(shape, "fault") || status >= 500;
        Line($"@error(\"{(server ? "server" : "client")}\")");
        if (status != 0)
        {
            Line($"@httpError({status})");
        }

        if (known && Text(error, "code") is { } query && (Query || query != name))
        {
            Line($"@awsQueryError(code: {Quote(query)}, httpResponseCode: {(status == 0 ? 400 : status)})");
        }
    }

    private void WriteMembers(string head, IEnumerable<JsonProperty> members, Action<JsonProperty> traits)
    {
        Line(head + " {");
        var first = true;
        foreach (var member in members)
        {
            if (!first)
            {
                Line();
            }

            first = false;
            traits(member);
            Line($"    {member.Name}: {Text(member.Value, "shape")}");
        }

        Line("}");
    }

    private void WriteMembers(string head, IEnumerable<(string Name, JsonElement Value)> members, Action<JsonElement> traits)
    {
        Line(head + " {");
        foreach (var (name, value) in members)
        {
            traits(value);
            Line($"    {name}: {Text(value, "shape")}");
        }

        Line("}");
    }

    private void WriteElementTraits(JsonElement element)
    {
        Know("element", element, "shape", "locationName");
        if (Text(element, "locationName") is { } name)
        {
            Line($"    @xmlName({Quote(name)})");
        }
    }

    private void WriteMemberTraits(string structure, JsonElement shape, JsonProperty property)
    {
        var (name, member) = (property.Name, property.Value);
        var place = $"{structure}.{name}";
        Know(place, member, "shape", "location", "locationName", "box", "deprecated", "deprecatedMessage", "idempotencyToken", "timestampFormat");
        if (shape.TryGetProperty("required", out var required) && required.EnumerateArray().Any(item => item.GetString() == name))
        {
            Line("    @required");
        }

        WriteBinding(place, name, member, Text(shape, "payload") == name);
        if (Flag(member, "idempotencyToken"))
        {
            Line("    @idempotencyToken");
        }

        if (Text(member, "timestampFormat") is { } format)
        {
            Line($"    @timestampFormat({Quote(FormatOf(format))})");
        }

        var target = shapes.GetProperty(Text(member, "shape")!);
        if (Flag(target, "flattened"))
        {
            Line("    @xmlFlattened");
            if (target.TryGetProperty("member", out var element) && Text(element, "locationName") is { } flat)
            {
                Line($"    @xmlName({Quote(flat)})");
            }
        }
    }

    private void WriteBinding(string place, string name, JsonElement member, bool payload)
    {
        var wire = Text(member, "locationName") ?? name;
        switch (Text(member, "location"))
        {
            case "uri" when wire == name:
                Line("    @httpLabel");
                break;
            case "querystring":
                Line($"    @httpQuery({Quote(wire)})");
                break;
            case "header":
                Line($"    @httpHeader({Quote(wire)})");
                break;
            case null when payload:
                Line("    @httpPayload");
                break;
            case null when wire != name:
                Line(Query ? $"    @xmlName({Quote(wire)})" : $"    @jsonName({Quote(wire)})");
                break;
            case null:
                break;
            case var location:
                throw new InvalidDataException($"{place}: location {location} is not known");
        }
    }

    private void WriteEnum(string name, JsonElement values)
    {
        Line($"enum {name} {{");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.EnumerateArray().Select(value => value.GetString()!))
        {
            var identifier = IdentifierOf(value);
            while (!names.Add(identifier))
            {
                identifier += "_";
            }

            Line(identifier == value ? $"    {identifier}" : $"    {identifier} = {Quote(value)}");
        }

        Line("}");
    }

    private static string IdentifierOf(string value)
    {
        var identifier = new StringBuilder();
        foreach (var character in value)
        {
            identifier.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return identifier.Length == 0 || char.IsAsciiDigit(identifier[0]) ? "_" + identifier : identifier.ToString();
    }
}
