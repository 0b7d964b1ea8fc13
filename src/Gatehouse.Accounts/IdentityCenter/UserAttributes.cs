using System.Text.Json;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What an instance's configuration makes of a user's attributes: session tags (AWS: "Attributes for access control").</summary>
public static class UserAttributes
{
    private const string Prefix = "${path:";
    private const string PrimaryFilter = "[primary eq true]";
    private const string Enterprise = "enterprise.";
    private const string EnterpriseExtension = "aws:identitystore:enterprise";
    private const int MostValue = 256;

    /// <summary>The tags of a user's sessions. An attribute that the user has not gives none.</summary>
    public static IEnumerable<Tag> TagsOf(IdentityCenterInstance instance, IdentityUser user)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(user);
        if (instance.AccessControlAttributes is not { IsEmpty: false } attributes)
        {
            yield break;
        }

        using var own = JsonDocument.Parse(user.Attributes);
        foreach (var attribute in attributes)
        {
            if (attribute.Sources.Select(source => Find(own.RootElement, user, source)).FirstOrDefault(static value => value is { Length: > 0 and <= MostValue }) is { } found)
            {
                yield return new(attribute.Key, found);
            }
        }
    }

    private static string? Find(JsonElement attributes, IdentityUser user, string source)
    {
        if (!source.StartsWith(Prefix, StringComparison.Ordinal) || !source.EndsWith('}'))
        {
            return null;
        }

        var path = source[Prefix.Length..^1];
        if (path.Equals("userName", StringComparison.OrdinalIgnoreCase))
        {
            return user.UserName;
        }

        var at = attributes;
        if (path.StartsWith(Enterprise, StringComparison.OrdinalIgnoreCase))
        {
            // What SCIM calls the enterprise user is an extension here.
            path = path[Enterprise.Length..];
            if (!TryGet(at, "Extensions", out at) || at.ValueKind != JsonValueKind.Object || !TryGet(at, EnterpriseExtension, out at))
            {
                return null;
            }
        }

        foreach (var part in path.Replace(PrimaryFilter, "", StringComparison.Ordinal).Split('.'))
        {
            at = at.ValueKind == JsonValueKind.Array && at.GetArrayLength() > 0 ? at[0] : at;
            if (at.ValueKind != JsonValueKind.Object || !TryGet(at, part, out at))
            {
                return null;
            }
        }

        return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
    }

    // Paths are written as SCIM writes them, members as the API does.
    private static bool TryGet(JsonElement from, string name, out JsonElement value)
    {
        foreach (var member in from.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
