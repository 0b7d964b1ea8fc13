using System.Text;
using System.Text.Json;

namespace Gatehouse.Wire.Tests;

/// <summary>Writes a REST-JSON request as clients do: labels, query and headers from the model, the rest into the body, or the one member that is the body.</summary>
internal static class RestRequest
{
    internal static WireRequest Write(OperationContract operation, IShape shape)
    {
        using var answer = new WireAnswer();
        Protocol.Json11.WriteResponse(operation, shape, "id", answer);
        using var whole = JsonDocument.Parse(answer.Body);
        var template = operation.Uri!.Text.Split('?', 2);
        var path = template[0];
        var query = new List<string>(template[1..]);
        var headers = new List<(string, string)>();
        var body = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        string? payload = null;
        foreach (var member in shape.Schema.Members)
        {
            if (!whole.RootElement.TryGetProperty(member.WireName, out var value))
            {
                continue;
            }

            switch (member.Place)
            {
                case MemberPlace.Label:
                    path = path.Replace($"{{{member.Name}}}", Uri.EscapeDataString(Text(member, value)), StringComparison.Ordinal);
                    break;
                case MemberPlace.Query when value.ValueKind == JsonValueKind.Array:
                    query.AddRange(value.EnumerateArray().Select(item => $"{member.PlaceName}={Uri.EscapeDataString(item.GetString()!)}"));
                    break;
                case MemberPlace.Query:
                    query.Add($"{member.PlaceName}={Uri.EscapeDataString(Text(member, value))}");
                    break;
                case MemberPlace.Header:
                    headers.Add((member.PlaceName, Text(member, value)));
                    break;
                case MemberPlace.Payload:
                    payload = value.GetRawText();
                    break;
                default:
                    body.Add(member.WireName, value);
                    break;
            }
        }

        var json = payload ?? (body.Count == 0 ? "" : JsonSerializer.Serialize(body));
        return Requests.Rest(operation.Method, path, string.Join('&', query), json, [.. headers]);
    }

    private static string Text(Member member, JsonElement value) =>
        member.Type.Kind == ShapeKind.Timestamp ? value.GetString()! : Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value)) is ['"', ..] ? value.GetString()! : value.GetRawText();
}
