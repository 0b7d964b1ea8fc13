using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Federation.OpenId;

/// <summary>The condition keys that a token's claims become [AU-419, AU-420, AU-421].</summary>
internal static class TokenClaims
{
    private const int MostCharacters = 1024;
    private const int MostValues = 100;

    // The claims that AWS lets policies test, beyond those of every issuer.
    private static readonly string[] OfGitHub =
    [
        "actor", "actor_id", "job_workflow_ref", "repository", "repository_id", "repository_owner_id", "workflow", "ref", "environment", "enterprise_id",
        "runner_environment",
    ];

    /// <summary>The keys a trust policy may test.</summary>
    internal static ImmutableArray<FederationKey> Of(WebToken token, OpenIdProvider provider, string audience, ImmutableArray<string> original)
    {
        var prefix = provider.Name + ":";
        var keys = ImmutableArray.CreateBuilder<FederationKey>();
        keys.Add(new(prefix + "aud", [audience]));
        Add(keys, prefix + "oaud", original);
        foreach (var claim in (string[])["sub", "amr", .. provider.Key.StartsWith("token.actions.githubusercontent.com", StringComparison.Ordinal) ? OfGitHub : []])
        {
            if (token.Claims.TryGetProperty(claim, out var value))
            {
                Add(keys, prefix + claim, Values(value));
            }
        }

        return keys.DrainToImmutable();
    }

    /// <summary>Whether a key stays in the session.</summary>
    internal static bool IsKept(FederationKey key, OpenIdProvider provider) => key.Name[(provider.Name.Length + 1)..] is "aud" or "sub" or "amr";

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
