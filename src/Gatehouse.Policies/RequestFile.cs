using System.Text.Json;

namespace Gatehouse.Policies;

/// <summary>Reads policies and questions from JSON or YAML: a request to explain, or a file of tests.</summary>
internal sealed class RequestFile(PolicyLibrary library, string file, string text)
{
    /// <summary>Most policies one field may name.</summary>
    internal const int MostPolicies = 100;

    private static readonly string[] PolicyFields = ["policies", "boundary", "session", "resourcePolicy", "scp", "rcp", "endpoint"];
    private static readonly string[] QuestionFields = ["principal", "action", "resource", "resourceAccount", "context"];
    private static readonly string[] TestFields = [.. PolicyFields, "principal", "cases"];
    private static readonly string[] CaseFields = ["name", .. QuestionFields, "expect"];

    /// <summary>Reads one request with its policies.</summary>
    internal static (PolicyGroup Policies, Question Question) ReadRequest(PolicyLibrary library, string file) => Read(library, file, static (reader, root) =>
    {
        var fields = new JsonFields(root, reader.File, "$", [.. PolicyFields, .. QuestionFields]);
        return (reader.Policies(fields), Question(fields, null));
    });

    /// <summary>Reads a file of tests.</summary>
    internal static TestFile ReadTests(PolicyLibrary library, string file) => Read(library, file, static (reader, root) =>
    {
        var fields = new JsonFields(root, reader.File, "$", TestFields);
        return new TestFile(reader.Policies(fields), reader.Cases(fields));
    });

    private string File => file;

    private static T Read<T>(PolicyLibrary library, string file, Func<RequestFile, JsonElement, T> read)
    {
        var text = TextFile.Read(file);
        text = Yaml.Is(file) ? Yaml.ToJson(text, file) : text;
        using var json = JsonFields.Parse(text, file);
        try
        {
            return read(new(library, file, text), json.RootElement);
        }
        catch (InvalidOperationException)
        {
            // The one thing left that a JSON string may hold and a text may not.
            throw new InputException($"{file}: half a Unicode character in a string");
        }
    }

    private static Question Question(JsonFields fields, string? caller) => new()
    {
        Caller = fields.Text("principal") ?? caller,
        Action = fields.NeededText("action"),
        Resource = fields.Text("resource") ?? "*",
        ResourceAccount = fields.Text("resourceAccount"),
        Context = fields.Context("context"),
    };

    private TestCase[] Cases(JsonFields fields)
    {
        var caller = fields.Text("principal");
        var from = 0;
        var cases = fields.Items("cases").Select(item =>
        {
            var one = new JsonFields(item.Item, file, item.Path, CaseFields);
            var raw = item.Item.GetRawText();
            from = Math.Max(from, text.IndexOf(raw, from, StringComparison.Ordinal));
            var place = Origin.Within(file, text, raw, from);
            from += raw.Length;
            var expect = one.NeededText("expect");
            return new TestCase(
                one.NeededText("name"),
                Question(one, caller),
                Words.Outcome(expect) ?? throw one.Wrong(item.Path + ".expect", "allowed, implicitDeny or explicitDeny"),
                place);
        }).ToArray();
        return cases.Length > 0 ? cases : throw new InputException($"{file}: $: needs 'cases'");
    }

    private PolicyGroup Policies(JsonFields fields) => new()
    {
        Identity = List(fields, "policies"),
        Boundary = Single(fields, "boundary"),
        Session = List(fields, "session"),
        Resource = Single(fields, "resourcePolicy"),
        ServiceControl = Levels(fields, "scp"),
        ResourceControl = Levels(fields, "rcp"),
        Endpoint = List(fields, "endpoint"),
    };

    private LoadedPolicy[] List(JsonFields fields, string name) => Limited(fields.Items(name), name);

    private LoadedPolicy? Single(JsonFields fields, string name) => List(fields, name) switch
    {
        [] => null,
        [var one] => one,
        _ => throw new InputException($"{file}: $.{name}: at most one policy"),
    };

    // Each item is a level of the organization's tree from the root down: one policy, or a list of them.
    private LoadedPolicy[][] Levels(JsonFields fields, string name) =>
        [.. fields.Items(name).Take(MostPolicies + 1).Select(level => Limited(JsonFields.ItemsOf(level.Item, level.Path), name))];

    private LoadedPolicy[] Limited(IEnumerable<(JsonElement Item, string Path)> items, string name)
    {
        var policies = items.Take(MostPolicies + 1).Select(item => Policy(item.Item, item.Path)).ToArray();
        return policies.Length <= MostPolicies ? policies : throw new InputException($"{file}: $.{name}: at most {MostPolicies} policies");
    }

    // Written as one would from the working folder, without detours: code hosts look for the file by this name.
    private string Beside(string path)
    {
        try
        {
            var found = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, path));
            return Path.IsPathRooted(file) || Path.IsPathRooted(path) ? found : Path.GetRelativePath(".", found);
        }
        catch (ArgumentException)
        {
            throw new InputException($"{file}: '{path}' is not a path");
        }
    }

    private LoadedPolicy Policy(JsonElement item, string path)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return library.Load(Beside(item.GetString()!));
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new InputException($"{file}: {path}: must be a policy, or the path of one");
        }

        var raw = item.GetRawText();
        return library.Read(raw, path[2..], Origin.Within(file, text, raw));
    }
}
