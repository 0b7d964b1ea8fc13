using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Server.Seeding;

/// <summary>The attributes of people of an identity store: as seeds name them, by UpdateUser's paths, and as they lie in the account.</summary>
internal static class SeedAttributes
{
    private const string Extensions = "Extensions";

    /// <summary>All attributes of a user but the name.</summary>
    internal static JsonObject Of(IdentityUser user)
    {
        var attributes = JsonNode.Parse(user.Attributes)!.AsObject();
        attributes["UserStatus"] = user.Disabled ? "DISABLED" : "ENABLED";
        if (!user.ExternalIds.IsEmpty)
        {
            attributes["ExternalIds"] = new JsonArray([.. user.ExternalIds.Select(one => new JsonObject { ["Issuer"] = one.Issuer, ["Id"] = one.Id })]);
        }

        return attributes;
    }

    /// <summary>Whether a path has a value already.</summary>
    internal static bool Same(JsonObject attributes, string path, JsonNode? value)
    {
        var extension = path.Contains(':', StringComparison.Ordinal);
        JsonNode? at = attributes;
        foreach (var name in extension ? [Extensions, .. path.Split('.')] : path.Split('.').Select(Pascal))
        {
            at = (at as JsonObject)?[name];
        }

        return JsonNode.DeepEquals(at, extension || Pascal(path) == Extensions ? value : Pascal(value));
    }

    /// <summary>What an export writes beside a user's own fields: everything else, by path.</summary>
    internal static JsonObject Others(IdentityUser user)
    {
        var others = new JsonObject();
        foreach (var (name, value) in Of(user).Where(one => one.Key is not ("DisplayName" or "UserStatus")))
        {
            if (name == "Name")
            {
                Spread("name", value!, part => part is not ("GivenName" or "FamilyName"), Camel);
            }
            else if (name == Extensions)
            {
                foreach (var (extension, content) in value!.AsObject())
                {
                    Spread(extension, content!, _ => true, part => part);
                }
            }
            else
            {
                others[Camel(name)] = value!.DeepClone();
            }
        }

        return others;

        void Spread(string path, JsonNode content, Func<string, bool> where, Func<string, string> named)
        {
            foreach (var (part, value) in content.AsObject().Where(one => where(one.Key)))
            {
                others[$"{path}.{named(part)}"] = value!.DeepClone();
            }
        }
    }

    private static JsonNode? Pascal(JsonNode? value) => value switch
    {
        JsonObject mapping => new JsonObject(mapping.Select(one => KeyValuePair.Create(Pascal(one.Key), Pascal(one.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Pascal)]),
        _ => value?.DeepClone(),
    };

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
