using System.Text.Json.Nodes;

namespace Gatehouse.Bench;

/// <summary>Tag-based policies: few statements, whose variables and tags decide.</summary>
internal static class TagWorkload
{
    private static readonly string[] Projects = ["shop", "site", "core", "docs"];
    private static readonly string[] Levels = ["read", "write", "admin"];

    internal static (JsonArray Documents, Func<JsonObject> Request) CodeHost(Random random)
    {
        var document = JsonNode.Parse("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["code:GetRepository","code:ListBranches","code:GitPull"],"Resource":"arn:aws:code:*:*:repository/*",
               "Condition":{"StringEquals":{"aws:ResourceTag/organization":"${aws:PrincipalTag/organization}"}}},
              {"Effect":"Allow","Action":["code:GitPush","code:Create*","code:Merge*"],"Resource":"arn:aws:code:*:*:repository/${aws:PrincipalTag/project}-*",
               "Condition":{"StringEquals":{"aws:ResourceTag/organization":"${aws:PrincipalTag/organization}","aws:PrincipalTag/level":["write","admin"]}}},
              {"Effect":"Allow","Action":"code:*","Resource":"arn:aws:code:*:*:repository/*",
               "Condition":{"StringEquals":{"aws:ResourceTag/owner":"${aws:username}"}}},
              {"Effect":"Allow","Action":["code:Delete*","code:UpdateRepository*"],"Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/level":"admin"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}},
              {"Effect":"Deny","Action":["code:GitPush","code:Delete*"],"Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/archived":"true"}}},
              {"Effect":"Deny","Action":"code:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:ResourceTag/organization":"${aws:PrincipalTag/organization, 'none'}"},"Null":{"aws:ResourceTag/public":"true"}}}
            ]}
            """)!;
        string[] actions = ["code:GetRepository", "code:ListBranches", "code:GitPull", "code:GitPush", "code:CreateBranch", "code:MergePullRequest", "code:DeleteBranch", "code:UpdateRepositoryName"];
        return (Documents(document), () => new()
        {
            ["action"] = Pick(random, actions),
            ["resource"] = $"arn:aws:code:eu-west-1:{DecideWorkloads.Account}:repository/{Pick(random, Projects)}-{random.Next(50)}",
            ["context"] = Context(random, new()
            {
                ["aws:PrincipalTag/organization"] = random.Next(4) == 0 ? "globex" : "acme",
                ["aws:PrincipalTag/project"] = Pick(random, Projects),
                ["aws:PrincipalTag/level"] = Pick(random, Levels),
                ["aws:ResourceTag/organization"] = random.Next(4) == 0 ? "globex" : "acme",
                ["aws:ResourceTag/owner"] = Pick(random, ["ana", "bo", "eva"]),
                ["aws:ResourceTag/archived"] = random.Next(5) == 0 ? "true" : "false",
            }),
        });
    }

    internal static (JsonArray Documents, Func<JsonObject> Request) Shop(Random random)
    {
        var document = JsonNode.Parse("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["orders:Get*","orders:List*"],"Resource":"arn:aws:orders:*:*:customer/${aws:PrincipalTag/customer}/order/*"},
              {"Effect":"Allow","Action":["orders:CancelOrder","orders:ReturnOrder"],"Resource":"arn:aws:orders:*:*:customer/${aws:PrincipalTag/customer}/order/*",
               "Condition":{"StringEquals":{"aws:ResourceTag/state":["new","paid"]},"NumericLessThanEquals":{"orders:AgeDays":"14"}}},
              {"Effect":"Allow","Action":"orders:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/role":"clerk","aws:ResourceTag/store":"${aws:PrincipalTag/store}"}}},
              {"Effect":"Allow","Action":["orders:Refund*"],"Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/role":"manager"},"NumericLessThan":{"orders:Amount":"1000"}}},
              {"Effect":"Deny","Action":"orders:Refund*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}},
              {"Effect":"Deny","Action":"orders:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/hold":"legal"}}}
            ]}
            """)!;
        string[] actions = ["orders:GetOrder", "orders:ListItems", "orders:CancelOrder", "orders:ReturnOrder", "orders:RefundOrder", "orders:ShipOrder"];
        return (Documents(document), () => new()
        {
            ["action"] = Pick(random, actions),
            ["resource"] = $"arn:aws:orders:eu-west-1:{DecideWorkloads.Account}:customer/c{random.Next(3)}/order/o{random.Next(500)}",
            ["context"] = Context(random, new()
            {
                ["aws:PrincipalTag/customer"] = $"c{random.Next(3)}",
                ["aws:PrincipalTag/role"] = Pick(random, ["customer", "clerk", "manager"]),
                ["aws:PrincipalTag/store"] = Pick(random, ["berlin", "oslo"]),
                ["aws:ResourceTag/store"] = Pick(random, ["berlin", "oslo"]),
                ["aws:ResourceTag/state"] = Pick(random, ["new", "paid", "shipped"]),
                ["aws:ResourceTag/hold"] = random.Next(8) == 0 ? "legal" : "none",
                ["orders:AgeDays"] = $"{random.Next(30)}",
                ["orders:Amount"] = $"{random.Next(2_000)}.50",
            }),
        });
    }

    private static JsonArray Documents(JsonNode document) => new(new JsonObject { ["name"] = "tags", ["document"] = document });

    private static JsonObject Context(Random random, JsonObject tags)
    {
        tags["aws:PrincipalArn"] = DecideWorkloads.Caller;
        tags["aws:username"] = "ana";
        tags["aws:SourceIp"] = random.Next(3) == 0 ? "192.0.2.7" : $"203.0.113.{random.Next(1, 250)}";
        tags["aws:MultiFactorAuthPresent"] = random.Next(2) == 0 ? "true" : "false";
        return tags;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
