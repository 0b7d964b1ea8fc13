using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.PolicyEngine;

/// <summary>Tells an explanation to a program (PE-87).</summary>
internal static class ExplanationJson
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Explanation explanation, Func<string, bool> sensitive, IReadOnlyList<Counterfactual>? counterfactuals)
    {
        var buffer = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("decision", ExplanationText.Word(explanation.Decision.Outcome));
            json.WriteString("decidedBy", ExplanationText.Word(explanation.Decision.Layer));
            json.WriteBoolean("crossAccount", explanation.CrossAccount);
            if (!explanation.Decision.Allowed)
            {
                json.WriteString("reason", explanation.Sentence());
            }

            json.WriteStartArray("layers");
            foreach (var layer in explanation.Layers)
            {
                Layer(json, layer);
            }

            json.WriteEndArray();
            json.WriteStartArray("matched");
            foreach (var match in explanation.Matched)
            {
                json.WriteStartObject();
                Match(json, match);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Strings(json, "missingContext", explanation.MissingContext);
            Strings(json, "blockedBy", explanation.BlockedBy.Select(ExplanationText.Word));
            Strings(json, "unreadable", explanation.Unreadable.Select(static policy => policy.Arn ?? policy.Name));
            json.WriteStartArray("trace");
            foreach (var one in explanation.Trace)
            {
                Trace(json, one, sensitive);
            }

            json.WriteEndArray();
            if (counterfactuals is not null)
            {
                json.WriteStartArray("counterfactuals");
                foreach (var one in counterfactuals)
                {
                    Counterfactual(json, one, sensitive);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Layer(Utf8JsonWriter json, LayerResult layer)
    {
        json.WriteStartObject();
        json.WriteString("layer", ExplanationText.Word(layer.Layer));
        WriteIf(json, "target", layer.Target);
        json.WriteString("decision", ExplanationText.Word(layer.Outcome));
        WriteIf(json, "strength", Strength(layer.Strength));
        json.WriteEndObject();
    }

    private static void Match(Utf8JsonWriter json, MatchedStatement match)
    {
        json.WriteString("layer", ExplanationText.Word(match.Layer));
        WriteIf(json, "target", match.Target);
        json.WriteString("policy", match.Policy.Name);
        WriteIf(json, "policyArn", match.Policy.Arn);
        WriteIf(json, "sid", match.Statement.Sid);
        json.WriteNumber("statement", match.Statement.Index);
        Position(json, "start", match.Statement.Start);
        Position(json, "end", match.Statement.End);
        json.WriteString("effect", match.Statement.Effect.ToString());
        WriteIf(json, "strength", Strength(match.Strength));
    }

    private static void Trace(Utf8JsonWriter json, StatementTrace one, Func<string, bool> sensitive)
    {
        json.WriteStartObject();
        Match(json, one.Match);
        json.WriteBoolean("applies", one.Applies);
        json.WriteBoolean("action", one.Action);
        json.WriteBoolean("resource", one.Resource);
        json.WriteBoolean("principal", one.Principal);
        json.WriteStartArray("conditions");
        foreach (var test in one.Conditions)
        {
            var secret = sensitive(test.Condition.Key);
            json.WriteStartObject();
            json.WriteString("operator", test.Condition.Operator);
            json.WriteString("key", test.Condition.Key);
            Strings(json, "wanted", secret ? test.Wanted.Select(static _ => ExplanationText.Redacted) : test.Wanted);
            Strings(json, "seen", secret ? test.Seen.Select(static _ => ExplanationText.Redacted) : test.Seen);
            json.WriteBoolean("holds", test.Holds);
            json.WriteBoolean("understood", test.Understood);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Counterfactual(Utf8JsonWriter json, Counterfactual one, Func<string, bool> sensitive)
    {
        json.WriteStartObject();
        json.WriteString("decision", ExplanationText.Word(one.Decision.Outcome));
        json.WriteString("decidedBy", ExplanationText.Word(one.Decision.Layer));
        json.WriteStartArray("changes");
        foreach (var change in one.Changes)
        {
            json.WriteStartObject();
            json.WriteString("change", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
            json.WriteString("text", change.ToText(sensitive));
            if (change.Statement is { } match)
            {
                Match(json, match);
            }
            else if (change.Layer != PolicyLayer.None)
            {
                json.WriteString("layer", ExplanationText.Word(change.Layer));
                WriteIf(json, "target", change.Target);
            }

            if (change.Json is { } written)
            {
                json.WritePropertyName(change.Kind == CounterfactualKind.AddStatement ? "add" : "condition");
                json.WriteRawValue(change.Kind == CounterfactualKind.AddStatement ? written : CounterfactualText.Condition(change, sensitive));
            }
            else if (change.Key is { } key)
            {
                json.WriteString("key", key);
                Strings(json, "values", sensitive(key) ? change.Values.Select(static _ => ExplanationText.Redacted) : change.Values);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter json, string name, TextPosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }

    private static string? Strength(GrantStrength strength) => strength switch
    {
        GrantStrength.Account => "account",
        GrantStrength.Entity => "entity",
        GrantStrength.Direct => "direct",
        _ => null,
    };

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
