using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Federation.OpenId;

/// <summary>The condition keys that a token's claims become [AU-419, AU-420, AU-421].</summary>
internal static class TokenClaims
{
    private const int MostCharacters = 1024;
    private const int MostValues = 100;

    /// <summary>The keys a trust policy may test.</summary>
    internal static ImmutableArray<FederationKey> Of(WebToken token, OpenIdProvider provider, string audience, ImmutableArray<string> original, bool open)
    {
        var prefix = provider.Name + ":";
        var keys = ImmutableArray.CreateBuilder<FederationKey>();
        keys.Add(new(prefix + "aud", [audience]));
        Add(keys, prefix + "oaud", original);
        var known = OidcClaims.Of(provider.Key) ?? OidcClaims.Common;
        foreach (var claim in open ? known.Union(token.Claims.EnumerateObject().Select(static claim => claim.Name), StringComparer.Ordinal) : known)
        {
            // What a token is for is settled above.
            if (claim is not ("aud" or "oaud") && Find(token.Claims, claim) is { } value)
            {
                Add(keys, prefix + claim, Values(value));
            }
        }

        return keys.DrainToImmutable();
    }

    /// <summary>Whether a key stays in the session.</summary>
    internal static bool IsKept(FederationKey key, OpenIdProvider provider) => key.Name[(provider.Name.Length + 1)..] is "aud" or "sub" or "amr";

    // By its own name, or as Google has it: a part of an object.
    private static JsonElement? Find(JsonElement claims, string name)
    {
        if (claims.TryGetProperty(name, out var value))
        {
            return value;
        }

        return name.Split('/', 2) is [var outer, var inner] && claims.TryGetProperty(outer, out var whole) && whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty(inner, out var part)
            ? part
            : null;
    }

    private static void Add(ImmutableArray<FederationKey>.Builder keys, string name, ImmutableArray<string> values)
    {
        if (values.Length is > 0 and <= MostValues && values.All(value => value.Length <= MostCharacters))
        {
            keys.Add(new(name, values));
        }
    }

    private static ImmutableArray<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
        JsonValueKind.Array when value.GetArrayLength() <= MostValues => [.. value.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? [] : Values(item))],
        _ => [],
    };
}
