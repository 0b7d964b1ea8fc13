using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Between the model's shapes and JSON, in the way of the service's own protocol.</summary>
internal static class StoreJson
{
    /// <summary>A shape as JSON.</summary>
    /// <exception cref="ValidationException">A document in it holds what is no text: half of a surrogate pair.</exception>
    internal static JsonObject Write(OperationContract operation, IShape shape)
    {
        using var answer = new WireAnswer();
        try
        {
            operation.Service.Protocol.WriteResponse(operation, shape, "", answer);
        }
        catch (InvalidOperationException)
        {
            throw StoreRefusals.Invalid("A value of the extensions is not text.");
        }

        return JsonNode.Parse(answer.Body.Span)!.AsObject();
    }

    /// <summary>A shape from JSON, which is known to be good.</summary>
    internal static T Read<T>(OperationContract operation, JsonObject json, Func<ShapeReader, T> read)
    {
        using var wire = new WireRequest { Body = Encoding.UTF8.GetBytes(json.ToJsonString()) };
        return read(operation.Service.Protocol.Open(operation, wire));
    }

    /// <summary>A tree of JSON as something that can be read like a request.</summary>
    internal static JsonElement Element(JsonObject json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The ids that others know somebody by; null when there are none.</summary>
    internal static JsonArray? Write(IReadOnlyCollection<ExternalIdentity> ids) => ids.Count == 0
        ? null
        : new([.. ids.Select(one => new JsonObject { ["Issuer"] = one.Issuer, ["Id"] = one.Id })]);

    /// <summary>The ids that others know somebody by, from a tree that has been checked. One given twice counts once.</summary>
    internal static IEnumerable<ExternalIdentity> ReadExternalIds(JsonNode? ids) =>
        (ids as JsonArray ?? []).Select(one => new ExternalIdentity(one!["Issuer"]!.GetValue<string>(), one["Id"]!.GetValue<string>())).Distinct();
}
