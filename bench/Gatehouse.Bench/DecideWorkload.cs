using System.Text.Json.Nodes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Bench;

/// <summary>One request of a workload: the question, and the strings its context is filled from.</summary>
internal sealed record DecideRequest(AuthorizationRequest Question, KeyValuePair<string, ContextValues>[] Context);

/// <summary>A workload file, read and compiled.</summary>
internal sealed record DecideWorkload(PolicyInputs Policies, DecideRequest[] Requests)
{
    public static DecideWorkload Load(JsonObject root)
    {
        var account = (string)root["account"]!;
        var policies = root["policies"]!.AsObject();
        var inputs = new PolicyInputs
        {
            Identity = Set(policies["identity"]),
            Boundary = Set(policies["boundary"]),
            Session = Set(policies["session"]),
            Resource = Set(policies["resource"]),
            ServiceControl = Set(policies["scp"]) is { } scp ? [new("account", scp)] : null,
        };
        // One context for all requests, cleared and filled again, as a server does it.
        var context = new RequestContext();
        return new(inputs, [.. root["requests"]!.AsArray().Select(request => Request(request!.AsObject(), account, context))]);
    }

    private static PolicySet? Set(JsonNode? policies) => policies is null
        ? null
        : PolicySet.Compile([.. policies.AsArray().Select(policy => AttachedPolicy.Read((string)policy!["name"]!, null, policy["document"]!.ToJsonString()))]);

    private static DecideRequest Request(JsonObject request, string account, RequestContext context)
    {
        var pairs = (request["context"] as JsonObject ?? []).Select(static pair => KeyValuePair.Create(pair.Key, Values(pair.Value!))).ToArray();
        var arn = Array.Find(pairs, static pair => pair.Key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase)).Value;
        return new(
            new()
            {
                Principal = Principal.User(arn.Count == 1 ? arn[0] : $"arn:aws:iam::{account}:user/someone"),
                Action = (string)request["action"]!,
                Resource = (string)request["resource"]!,
                ResourceAccount = account,
                Context = context,
            },
            pairs);
    }

    private static ContextValues Values(JsonNode node) =>
        node is JsonArray several ? several.Select(static one => (string)one!).ToArray() : (string)node!;
}
