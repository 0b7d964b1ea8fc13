using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>One case of a table: who asks what, with which policies, and what must come out.</summary>
/// <remarks>
/// A case is a line "NAME outcome: why" and below it indented lines "kind: text". Policies are written as
/// <c>+ action | action @ resource to AWS:x if Operator key=[value | value]</c>, with <c>-</c> for Deny and NOT for the negated elements;
/// one line is one document, <c>;</c> parts its statements, a number after scp and rcp is the level.
/// </remarks>
internal sealed partial record DecisionCase(string Name, string Outcome, AuthorizationRequest Request, PolicyInputs Policies)
{
    private const string A = "111122223333";
    private const string B = "444455556666";

    /// <summary>The answer, fixed ones included.</summary>
    public Decision Decide() => FixedAnswers.Find(Request.Principal, Request.Action) is { Allowed: true } ? new(DecisionOutcome.Allowed, PolicyLayer.None) : Evaluator.Decide(Request, Policies);

    public static IReadOnlyList<DecisionCase> Load(string table)
    {
        var assembly = typeof(DecisionCase).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith($".{table}.table", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n')).Where(block => block.Length > 0 && block[0] != '#').Select(Read)];
    }

    public static PolicyDocument Document(string text)
    {
        var parse = PolicyDocument.Parse(Json(text));
        return parse.Document ?? throw new InvalidOperationException($"{text}: {string.Join("; ", parse.Problems)}");
    }

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

    private static DecisionCase Read(string block)
    {
        var lines = block.Split('\n');
        var head = lines[0].Split(' ', 3);
        var fields = lines.Skip(1).Select(line => line.Trim().Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1]);
        var asks = fields["asks"].Single().Split(" on ");
        var context = new RequestContext();
        foreach (var pair in fields["ctx"].Select(pair => pair.Split('=', 2)))
        {
            context.Set(pair[0], pair[0] == "aws:TagKeys" ? pair[1].Split(',') : pair[1]);
        }

        var trust = Set("trust", fields);
        var key = Set("key", fields);
        return new(head[0], head[1].TrimEnd(':'), new()
        {
            Principal = Caller(fields["caller"].Single(), fields["role"].FirstOrDefault()),
            Action = asks[0],
            Resource = asks[1],
            ResourceAccount = asks[1].StartsWith("arn:aws:s3:::", StringComparison.Ordinal) ? fields["owner"].FirstOrDefault() ?? A : null,
            Context = context,
            ResourcePolicyRequired = key is not null,
        }, new()
        {
            Identity = Set("id", fields) ?? PolicySet.Empty,
            Boundary = Set("pb", fields),
            Session = Set("sp", fields),
            Resource = Set("rp", fields) ?? trust ?? key,
            ResourceIsTrust = trust is not null,
            ServiceControl = fields.Contains("management") ? null : Levels("scp", fields),
            ResourceControl = Levels("rcp", fields),
            Endpoint = Set("ep", fields),
        });
    }

    private static PolicySet? Set(string kind, ILookup<string, string> fields) =>
        fields.Contains(kind) ? PolicySet.Compile([.. fields[kind].Select((text, index) => new AttachedPolicy($"{kind}{index}", null, Document(text)))]) : null;

    private static IReadOnlyList<PolicyLevel>? Levels(string kind, ILookup<string, string> fields)
    {
        var levels = fields.Where(group => group.Key.StartsWith(kind, StringComparison.Ordinal) && group.Key.Length > kind.Length).Select(group => new PolicyLevel(group.Key, Set(group.Key, fields)!)).ToArray();
        return levels.Length == 0 ? null : levels;
    }

    private static Principal Caller(string text, string? role)
    {
        var (account, who) = text.EndsWith("@B", StringComparison.Ordinal) ? (B, text[..^2]) : (A, text);
        var words = who.Split(' ');
        return words[0] switch
        {
            "root" => Principal.Root(account),
            "anonymous" => Principal.Anonymous,
            "user" => Principal.User($"arn:aws:iam::{account}:user/{words[1]}"),
            "session" => Principal.AssumedRole($"arn:aws:sts::{account}:assumed-role/{words[1]}", role ?? $"arn:aws:iam::{account}:role/{words[1].Split('/')[0]}"),
            "service-linked" => Principal.AssumedRole($"arn:aws:sts::{account}:assumed-role/{words[2]}", $"arn:aws:iam::{account}:role/aws-service-role/x/{words[2].Split('/')[0]}", serviceLinked: true),
            "federated" => Principal.FederatedUser($"arn:aws:sts::{account}:federated-user/{words[1]}", $"arn:aws:iam::{account}:user/ana"),
            "provider" => Principal.IdentityProvider(words[1]),
            _ => Principal.Service(words[0]),
        };
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
