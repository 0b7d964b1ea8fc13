namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>One case of a table: who asks what, with which policies, and what must come out.</summary>
internal sealed record DecisionCase(string Name, string Outcome, AuthorizationRequest Request, PolicyInputs Policies)
{
    private const string A = "111122223333";
    private const string B = "444455556666";

    /// <summary>The answer, fixed ones included.</summary>
    public Decision Decide() => FixedAnswers.Find(Request.Principal, Request.Action) is { Allowed: true } ? new(DecisionOutcome.Allowed, PolicyLayer.None) : Evaluator.Decide(Request, Policies);

    public static IReadOnlyList<DecisionCase> Load(string table) => [.. TableCase.Load(table).Select(Read)];

    public static PolicyDocument Document(string text)
    {
        var parse = PolicyDocument.Parse(TableCase.Json(text));
        return parse.Document ?? throw new InvalidOperationException($"{text}: {string.Join("; ", parse.Problems)}");
    }

    private static DecisionCase Read(TableCase one)
    {
        var fields = one.Fields;
        var asks = fields["asks"].Single().Split(" on ");
        var context = new RequestContext();
        foreach (var pair in fields["ctx"].Select(pair => pair.Split('=', 2)))
        {
            context.Set(pair[0], pair[0] == "aws:TagKeys" ? pair[1].Split(',') : pair[1]);
        }

        var trust = Set("trust", fields);
        var key = Set("key", fields);
        return new(one.Name, one.Outcome, new()
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
}
