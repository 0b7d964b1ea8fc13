using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gatehouse.PolicyEngine;

/// <summary>The content of an encoded authorization message: what DecodeAuthorizationMessage shows (PE-100). Sealing it is the host's work.</summary>
public static class AuthorizationMessage
{
    /// <summary>Writes the message of a denial as one JSON object without blanks.</summary>
    /// <param name="explanation">The denial.</param>
    /// <param name="withConditions">False leaves the context's values out, when the message would become too long (PE-101).</param>
    public static string Write(Explanation explanation, bool withConditions = true)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var buffer = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(buffer, ExplanationJson.Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("allowed", explanation.Decision.Allowed);
            json.WriteBoolean("explicitDeny", explanation.Decision.Outcome == DecisionOutcome.ExplicitDeny);
            Items(json, "matchedStatements", explanation.Decision.Allowed ? [] : explanation.Matched, match => Statement(json, match));
            Items<string>(json, "failures", [], static _ => { });
            json.WriteStartObject("context");
            Context(json, explanation.Request, withConditions);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Statement(Utf8JsonWriter json, MatchedStatement match)
    {
        var statement = match.Statement;
        json.WriteString("statementId", statement.Sid ?? "");
        json.WriteString("effect", statement.Effect == PolicyEffect.Deny ? "DENY" : "ALLOW");
        Values(json, "principals", (statement.Principals ?? []).Select(static principal => principal.Value));
        Values(json, "principalGroups", []);
        Values(json, "actions", statement.Actions);
        Values(json, "resources", statement.Resources ?? []);
        Items(json, "conditions", statement.Conditions, condition => Condition(json, condition.Key, condition.Values));
    }

    private static void Context(Utf8JsonWriter json, AuthorizationRequest request, bool withConditions)
    {
        json.WriteStartObject("principal");
        json.WriteString("id", request.Context.TryGet("aws:userid", out var id) ? id[0] : request.Principal.UniqueId ?? "");
        if (request.Context.TryGet("aws:username", out var name))
        {
            json.WriteString("name", name[0]);
        }

        json.WriteString("arn", request.Principal.Arn ?? request.Principal.Name ?? "");
        json.WriteEndObject();
        json.WriteString("action", request.Action);
        json.WriteString("resource", request.Resource);
        Items(json, "conditions", withConditions ? request.Context.All : [], pair => Condition(json, pair.Key, pair.Value));
    }

    private static void Condition(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteString("key", key);
        Values(json, "values", values);
    }

    private static void Values(Utf8JsonWriter json, string name, IEnumerable<string> values) => Items(json, name, values, value => json.WriteString("value", value));

    private static void Items<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
