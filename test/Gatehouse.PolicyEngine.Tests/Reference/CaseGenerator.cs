using System.Text.Json.Nodes;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>Draws policies and requests that nearly fit each other: few words, and small faults in them.</summary>
internal sealed class CaseGenerator(int seed)
{
    private const string A = "111122223333";
    private const string B = "444455556666";
    private const string Canonical = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

    private static readonly string[] Actions =
    [
        "s3:GetObject", "s3:GetObjectAcl", "s3:PutObject", "s3:PutBucketPolicy", "ec2:StopInstances", "sts:AssumeRole", "sts:TagSession", "kms:RetireGrant", "sqs:SetQueueAttributes", "iam:PassRole",
    ];

    private static readonly string[] Resources =
    [
        "arn:aws:s3:::bkt", "arn:aws:s3:::bkt/ana/x", "arn:aws:s3:::bkt/a.txt", "arn:aws:ec2:eu-west-1:111122223333:instance/i-1", "arn:aws:ec2:eu-west-1:444455556666:instance/i-1",
        "arn:aws:iam::111122223333:role/app", "arn:aws:iam::aws:policy/X", "arn:aws-cn:s3:::bkt/a.txt", "arn:aws:logs:eu-west-1:111122223333:log-group:/app:x", "*", "photo/1", "arn:short",
        "arn:aws:verylongservicename:averylongregionname-1:111122223333:athing/ofsome/length/x",
        "arn:aws:s3:::bkt/\U0001F600/x", "arn:aws:s3:::bkt/*",
    ];

    private static readonly string[] Keys = ["aws:username", "aws:PrincipalTag/team", "aws:TagKeys", "aws:SourceIp", "aws:CurrentTime", "s3:max-keys", "aws:SecureTransport", "aws:SourceArn", "x:bytes"];

    private static readonly string[] Values =
    [
        "ana", "Ana", "bo", "a*", "*", "", "red", "x", "${aws:username}", "${aws:PrincipalTag/team, 'red'}", "${*}", "p${aws:username}s", "true", "True", "false", "10", "10.0", "9", "1e1", "-1", "0.10e2",
        "203.0.113.9", "203.0.113.0/24", "2001:db8::1", "2001:db8::/32", "::ffff:203.0.113.9", "203.0.113.009", "2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:00", "1767225600", "2026-01", "2026-01-01T00:00:00.5Z",
        "arn:aws:sns:eu-west-1:111122223333:t/1", "arn:aws:sns:*:111122223333:t/*", "arn:aws:sns:${aws:username}:1:t", "YWJj", "YWJj\n", "YWJ", "${aws:username", "${}", "\U0001F600", "?", "??", "t${aws:SecureTransport}",
    ];

    private static readonly string[] Operators =
    [
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan",
        "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null",
    ];

    private static readonly (string Operator, string Key, string[] Values)[] Kinds =
    [
        ("Numeric", "s3:max-keys", ["10", "10.0", "9", "1e1", "-1", "0.10e2"]),
        ("Date", "aws:CurrentTime", ["2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:00", "1767225600", "2026-01", "2026-01-01T00:00:00.5Z"]),
        ("Ip", "aws:SourceIp", ["203.0.113.9", "203.0.113.0/24", "203.0.114.1", "2001:db8::1", "2001:db8::/32", "::ffff:203.0.113.9"]),
        ("Arn", "aws:SourceArn", ["arn:aws:sns:eu-west-1:111122223333:t/1", "arn:aws:sns:*:111122223333:t/*", "arn:aws:sns:eu-west-1:111122223333:t/2", "arn:aws:sns:${aws:username}:1:t"]),
        ("Binary", "x:bytes", ["YWJj", "YWJk", "YWJj\n", "YWJ"]),
        ("Bool", "aws:SecureTransport", ["true", "True", "false"]),
    ];

    private readonly Random random = new(seed);

    public ReferenceCase Draw()
    {
        var caller = Caller();
        var trust = Chance(4);
        var resource = Pick(Resources);
        return new()
        {
            Caller = caller,
            Action = Chance(10) ? Flip(Pick(Actions)) : Pick(Actions),
            Resource = resource,
            ResourceAccount = Chance(4) ? Pick([A, B]) : null,
            Context = Context(),
            PolicyRequired = Chance(5),
            Repairs = Chance(12),
            CallerSideOnly = Chance(12),
            Identity = Chance(8) ? null : Chance(40) ? [.. Layer(resource, 5, false), .. Crowd()] : Layer(resource, 5, false),
            Boundary = Chance(5) ? Layer(resource, 1, false) : null,
            Session = Chance(5) ? Layer(resource, 2, false) : null,
            OfResource = Chance(2) ? Layer(resource, 3, true) : null,
            Trust = trust,
            ServiceControl = Chance(6) ? Levels(resource, false) : null,
            ResourceControl = Chance(6) ? Levels(resource, true) : null,
            Endpoint = Chance(10) ? Layer(resource, 1, true) : null,
        };
    }

    /// <summary>Another request to the same policies.</summary>
    public ReferenceCase Vary(ReferenceCase one) => one with
    {
        Caller = Chance(2) ? one.Caller : Caller(),
        Action = Chance(3) ? Pick(Actions) : one.Action,
        Resource = Chance(3) ? Pick(Resources) : one.Resource,
        ResourceAccount = Chance(4) ? Pick([A, B]) : null,
        Context = Chance(2) ? Context() : one.Context,
        PolicyRequired = Chance(5),
        Repairs = Chance(12),
        CallerSideOnly = Chance(12),
    };

    // More statements than fit in one word of the index, and about other services: they must change nothing.
    private IEnumerable<string> Crowd() => Enumerable.Range(0, 3).Select(number => new JsonObject
    {
        ["Statement"] = new JsonArray([.. Enumerable.Range(0, 30).Select(index => (JsonNode)new JsonObject
        {
            ["Effect"] = index % 4 == 0 ? "Deny" : "Allow",
            ["Action"] = index % 3 == 0 ? $"crowd{number}:*" : $"crowd:Do{random.Next(40)}{(index % 5 == 0 ? "*" : "")}",
            ["Resource"] = "*",
        })]),
    }.ToJsonString());

    /// <summary>One statement of a document, for tests that build documents themselves.</summary>
    public string Document(bool deny) => new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = Statement(Pick(Resources), false, deny) }.ToJsonString();

    private ReferenceCaller Caller() => random.Next(10) switch
    {
        0 => new("root", A, $"arn:aws:iam::{A}:root"),
        1 => new("assumed-root", A, $"arn:aws:iam::{A}:root"),
        2 => new("anonymous", null, null),
        3 => new("service", null, "cloudtrail.amazonaws.com"),
        4 => new("provider", null, $"arn:aws:iam::{A}:saml-provider/p"),
        5 or 6 => new("role", A, $"arn:aws:sts::{A}:assumed-role/app/s1") { RoleArn = $"arn:aws:iam::{A}:role/{(Chance(2) ? "team/" : "")}app", UniqueId = "AROAEXAMPLEEXAMPLE01", ServiceLinked = Chance(6) },
        7 => new("federated", A, $"arn:aws:sts::{A}:federated-user/carol") { FederatorArn = Chance(3) ? null : $"arn:aws:iam::{A}:user/ana", FederatorId = "AIDAEXAMPLEEXAMPLE01" },
        _ => new("user", A, $"arn:aws:iam::{A}:user/ana") { UniqueId = "AIDAEXAMPLEEXAMPLE01", CanonicalId = Chance(4) ? Canonical : null, HasBoundary = Chance(8) },
    };

    private Dictionary<string, string[]> Context()
    {
        var context = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        for (var noise = Chance(60) ? 70 : 0; noise > 0; noise--)
        {
            context[$"noise:{noise}"] = ["x"];
        }

        foreach (var key in Keys.Where(_ => Chance(2)))
        {
            var kind = Chance(2) ? Array.Find(Kinds, one => one.Key == key) : default;
            context[Chance(6) ? key.ToUpperInvariant() : key] = [.. Enumerable.Range(0, Chance(5) ? random.Next(4) : 1).Select(_ => Pick(kind.Values ?? Values))];
        }

        return context;
    }

    private List<string> Layer(string resource, int most, bool principals) =>
        [.. Enumerable.Range(0, Chance(6) ? 0 : random.Next(1, most + 1)).Select(_ => Chance(300) ? "unreadable" : Text(resource, principals))];

    private List<List<string>> Levels(string resource, bool principals) =>
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Layer(resource, 2, principals).Append(principals
            ? """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"""
            : """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""").Skip(Chance(6) ? 1 : 0).ToList())];

    private string Text(string resource, bool principals)
    {
        var document = new JsonObject();
        if (!Chance(6))
        {
            document["Version"] = Chance(8) ? "2008-10-17" : "2012-10-17";
        }

        document["Statement"] = Chance(4)
            ? Statement(resource, principals, Chance(4))
            : new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)Statement(resource, principals, Chance(4)))]);
        return document.ToJsonString();
    }

    private JsonObject Statement(string resource, bool principals, bool deny)
    {
        var statement = new JsonObject { ["Effect"] = deny ? "Deny" : "Allow" };
        if (principals ? !Chance(20) : Chance(60))
        {
            statement[Chance(6) ? "NotPrincipal" : "Principal"] = Principals();
        }

        statement[Chance(8) ? "NotAction" : "Action"] = List(ActionPattern);
        if (!(principals ? Chance(4) : Chance(60)))
        {
            statement[Chance(8) ? "NotResource" : "Resource"] = List(() => ResourcePattern(resource));
        }

        if (Chance(3))
        {
            var conditions = new JsonObject();
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                // Half of the operators meet a key and values that they are meant for.
                var name = Operator();
                var kind = Chance(2) ? Array.Find(Kinds, one => name.Contains(one.Operator, StringComparison.Ordinal)) : default;
                conditions[name] = new JsonObject { [kind.Key ?? Key()] = kind.Key is null ? Wanted() : List(() => Pick(kind.Values)) };
            }

            statement["Condition"] = conditions;
        }

        return statement;
    }

    private JsonNode Principals()
    {
        if (Chance(6))
        {
            return "*";
        }

        var entries = new (string Type, string Value)[]
        {
            ("AWS", "*"), ("AWS", A), ("AWS", $"arn:aws:iam::{A}:root"), ("AWS", B), ("AWS", $"arn:aws:iam::{A}:user/ana"), ("AWS", $"arn:aws:iam::{A}:user/bo"), ("AWS", $"arn:aws:iam::{A}:role/app"),
            ("AWS", $"arn:aws:iam::{A}:role/team/app"), ("AWS", $"arn:aws:iam::{B}:role/app"), ("AWS", $"arn:aws:sts::{A}:assumed-role/app/s1"), ("AWS", $"arn:aws:sts::{A}:assumed-role/app/s2"),
            ("AWS", $"arn:aws:sts::{A}:federated-user/carol"), ("AWS", "AROAEXAMPLEEXAMPLE01"), ("AWS", "AIDAEXAMPLEEXAMPLE01"), ("AWS", $"arn:aws:iam::{A}:user/*"), ("Service", "cloudtrail.amazonaws.com"),
            ("Service", "*"), ("Federated", $"arn:aws:iam::{A}:saml-provider/p"), ("Federated", "accounts.google.com"),
            ("CanonicalUser", Canonical), ("AWS", $"arn:aws-cn:iam::{A}:root"), ("AWS", $"arn:aws:iam::{A}:role/App"), ("AWS", "AROAEXAMPLEEXAMPLE02"),
        };
        var principals = new JsonObject();
        foreach (var group in Enumerable.Range(0, random.Next(4)).Select(_ => Pick(entries)).GroupBy(entry => entry.Type, entry => entry.Value))
        {
            principals[group.Key] = new JsonArray([.. group.Select(value => (JsonNode)value)]);
        }

        return principals;
    }

    private string ActionPattern() => random.Next(14) switch
    {
        0 or 12 => "*",
        1 => Pick(Actions).Split(':')[0] + ":*",
        2 => "*:" + Pick(Actions).Split(':')[1],
        3 => "*:Get*",
        4 => Flip(Pick(Actions)),
        5 => Pick(Actions)[..^1] + "?",
        6 => Pick(Actions)[..^3] + "*",
        7 => Pick(Actions) + " ",
        8 => "s3:*Object*",
        9 => Pick(Actions).Replace("e", "*", StringComparison.Ordinal).Replace("*c2:", "ec2:", StringComparison.Ordinal),
        _ => Pick(Actions),
    };

    private string ResourcePattern(string near)
    {
        var pattern = Chance(3) ? Pick(Resources) : near;
        for (var faults = Chance(2) ? 0 : random.Next(1, 3); faults > 0; faults--)
        {
            var at = random.Next(pattern.Length);
            pattern = random.Next(10) switch
            {
                0 => pattern[..at] + "*",
                1 => pattern[..at] + "*" + pattern[at..],
                2 => pattern[..at] + "?" + pattern[(at + 1)..],
                3 => pattern.Replace("ana", "${aws:username}", StringComparison.Ordinal),
                4 => pattern.Replace("/x", "/${aws:PrincipalTag/team, 'x'}", StringComparison.Ordinal),
                5 => pattern.Replace(A, "*", StringComparison.Ordinal).Replace("eu-west-1", "*", StringComparison.Ordinal),
                6 => pattern.Replace("bkt", "${*}", StringComparison.Ordinal),
                7 => pattern[..at],
                8 => Chance(3) ? "*" : "**",
                _ => Flip(pattern),
            };
            pattern = pattern.Length == 0 || char.IsSurrogate(pattern[^1]) || pattern.Any(char.IsSurrogate) ? near : pattern;
        }

        return pattern;
    }

    private string Operator()
    {
        var name = Chance(40) ? Pick(["StringLikes", "stringEquals", "NullIfExists", "ForSome:StringEquals"]) : Pick(Operators);
        return (Chance(6) ? "ForAllValues:" : Chance(6) ? "ForAnyValue:" : "") + name + (Chance(6) && name != "Null" ? "IfExists" : "");
    }

    private string Key() => Chance(6) ? Flip(Pick(Keys)) : Pick(Keys);

    private JsonNode Wanted() => random.Next(8) switch
    {
        0 => new JsonArray(),
        1 => new JsonArray([.. Enumerable.Range(0, 3).Select(_ => (JsonNode)Pick(Values))]),
        2 => JsonNode.Parse(Pick(["10", "9.5", "1e1", "true", "false"]))!,
        _ => Pick(Values),
    };

    private JsonNode List(Func<string> draw) => Chance(2) ? draw() : new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)draw())]);

    private string Flip(string text)
    {
        var at = random.Next(text.Length);
        var letter = char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at]);
        return text[..at] + letter + text[(at + 1)..];
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
