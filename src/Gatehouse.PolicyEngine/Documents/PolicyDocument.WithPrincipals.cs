using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.PolicyEngine;

public sealed partial class PolicyDocument
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the document again with other principals, as a trust policy is stored and shown (PL-41, PL-51): without white space, a list of one as a string.</summary>
    /// <param name="map">What to write for each principal: the unique ID for a user's ARN, the root ARN for a bare account, the value itself for all else.</param>
    public string WithPrincipals(Func<PolicyPrincipal, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var buffer = new ArrayBufferWriter<byte>(Text.Length + 256);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            WriteIf(json, "Version", WrittenVersion);
            WriteIf(json, "Id", Id);
            json.WriteStartArray("Statement");
            foreach (var statement in Statements)
            {
                Write(json, statement, map);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, PolicyStatement statement, Func<PolicyPrincipal, string> map)
    {
        json.WriteStartObject();
        WriteIf(json, "Sid", statement.Sid);
        json.WriteString("Effect", statement.Effect.ToString());
        if (statement.Principals is { } principals)
        {
            Write(json, statement.NotPrincipal ? "NotPrincipal" : "Principal", principals, map);
        }

        WriteList(json, statement.NotAction ? "NotAction" : "Action", statement.Actions);
        if (statement.Resources is { } resources)
        {
            WriteList(json, statement.NotResource ? "NotResource" : "Resource", resources);
        }

        if (statement.Conditions.Count > 0)
        {
            json.WriteStartObject("Condition");
            foreach (var block in statement.Conditions.GroupBy(static condition => condition.Operator, StringComparer.Ordinal))
            {
                json.WriteStartObject(block.Key);
                foreach (var condition in block)
                {
                    WriteList(json, condition.Key, condition.Values);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<PolicyPrincipal> principals, Func<PolicyPrincipal, string> map)
    {
        json.WriteStartObject(name);
        foreach (var kind in principals.GroupBy(static principal => principal.Type))
        {
            WriteList(json, kind.Key == PolicyPrincipalType.Aws ? "AWS" : kind.Key.ToString(), [.. kind.Select(map)]);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            json.WriteString(name, values[0]);
            return;
        }

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
