using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>One case of a table, as written.</summary>
/// <remarks>
/// A case is a line "NAME outcome: why" and below it indented lines "kind: text". Policies are written as
/// <c>+ action | action @ resource to AWS:x if Operator key=[value | value]</c>, with <c>-</c> for Deny and NOT for the negated elements;
/// one line is one document, <c>;</c> parts its statements, a number after scp and rcp is the level.
/// </remarks>
internal sealed partial record TableCase(string Name, string Outcome, ILookup<string, string> Fields)
{
    public static IReadOnlyList<TableCase> Load(string table)
    {
        var assembly = typeof(TableCase).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith($"{table}.table", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n')).Where(block => block.Length > 0 && block[0] != '#').Select(Read)];
    }

    /// <summary>A policy of a case as the document it stands for.</summary>
    public static string Json(string text)
    {
        var old = text.StartsWith("v2008 ", StringComparison.Ordinal);
        var document = new JsonObject();
        if (!old)
        {
            document["Version"] = "2012-10-17";
        }

        document["Statement"] = new JsonArray([.. (old ? text[6..] : text).Split("; ").Select(Statement)]);
        return document.ToJsonString();
    }

    private static TableCase Read(string block)
    {
        var lines = block.Split('\n');
        var head = lines[0].Split(' ', 3);
        return new(head[0], head[1].TrimEnd(':'), lines.Skip(1).Select(line => line.Trim().Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1]));
    }

    private static JsonNode Statement(string text)
    {
        var match = StatementForm().Match(text);
        if (!match.Success)
        {
            throw new FormatException(text);
        }

        var statement = new JsonObject { ["Effect"] = match.Groups["effect"].Value == "+" ? "Allow" : "Deny" };
        if (match.Groups["to"].Success)
        {
            var principals = new JsonObject();
            foreach (var group in match.Groups["to"].Value.Split(',').Select(one => one.Split(':', 2)).GroupBy(pair => pair[0], pair => pair[1]))
            {
                principals[group.Key] = List(group);
            }

            statement[match.Groups["notto"].Success ? "NotPrincipal" : "Principal"] = principals;
        }

        statement[match.Groups["not"].Success ? "NotAction" : "Action"] = List(match.Groups["actions"].Value.Split(" | "));
        if (match.Groups["resources"].Success)
        {
            statement[match.Groups["notat"].Success ? "NotResource" : "Resource"] = List(match.Groups["resources"].Value.Split(" | "));
        }

        var conditions = new JsonObject();
        foreach (Match condition in ConditionForm().Matches(match.Groups["if"].Value))
        {
            var block = conditions[condition.Groups[1].Value] as JsonObject ?? [];
            conditions[condition.Groups[1].Value] ??= block;
            block[condition.Groups[2].Value] = List(condition.Groups[3].Value.Split(" | "));
        }

        statement["Condition"] = conditions;
        return statement;
    }

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    [GeneratedRegex(@"^(?<effect>[+-]) (?<not>NOT )?(?<actions>.+?)( @(?<notat>NOT)? (?<resources>.+?))?( to(?<notto>NOT)? (?<to>.+?))?( if (?<if>.+))?$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex StatementForm();

    [GeneratedRegex(@"([A-Za-z:]+) (\S+)=\[([^\]]*)\]", RegexOptions.None, 60_000)]
    private static partial Regex ConditionForm();
}
