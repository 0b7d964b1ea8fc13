using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What an application hands to AssumeRole so that the session says for whom it acts: signed by the account of the instance, opaque to everybody else [AU-318].</summary>
/// <param name="Grant">By which grant the application has it.</param>
/// <param name="CredentialId">Its own id, for the trail.</param>
public sealed record IdentityContext(PortalGrant Grant, string CredentialId)
{
    /// <summary>The provider that AssumeRole is told of it.</summary>
    public const string ProviderArn = "arn:aws:iam::aws:contextProvider/IdentityCenter";

    /// <summary>The managed policy that says what sessions with such a context can be used for (AWS: attached to them by STS itself).</summary>
    public const string AllowList = "arn:aws:iam::aws:policy/AWSIAMIdentityCenterAllowListForIdentityContext";

    /// <summary>The condition key that says for whom a session acts.</summary>
    public const string UserKey = "identitystore:UserId";

    /// <summary>The condition key of that person's identity store.</summary>
    public const string StoreKey = "identitystore:IdentityStoreArn";

    private const string CredentialKey = "identitycenter:CredentialId";
    private const string Audience = "sts.amazonaws.com";
    private const string Type = "identity-context+jwt";
    private const int MostCharacters = 2048;

    /// <summary>Whether a session was begun with one.</summary>
    public static bool IsIn(SessionContents session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.FederationKeys.Any(static key => key.Name == CredentialKey);
    }

    /// <summary>What a session says under a key of the person for whom it acts; null where it acts for nobody.</summary>
    public static string? Find(SessionContents? session, string key) => session is not null && IsIn(session) ? session.FederationKeys.First(one => one.Name == key).Values[0] : null;

    /// <summary>Signs one.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="owner">The account that owns the instance.</param>
    /// <param name="key">The key that signs.</param>
    /// <param name="now">The moment.</param>
    /// <param name="expires">From when on it is good for nothing.</param>
    public string Sign(Installation installation, Account owner, TokenSigningKey key, DateTimeOffset now, DateTimeOffset expires)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var claims = JsonObjects.Write(json =>
        {
            json.WriteString("iss", IssuerOf(owner.IdentityCenter!));
            json.WriteString("aud", Audience);
            json.WriteString("sub", Grant.Session.UserId);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", expires.ToUnixTimeSeconds());
            json.WriteString("jti", CredentialId);
            json.WritePropertyName("grant");

            // Scopes are of tokens; there could be more of them than AssumeRole takes characters.
            JsonSerializer.Serialize(json, Grant with { Scopes = [] }, PortalJson.Default.PortalGrant);
        });
        return TokenSigning.Sign(key, installation, owner.Id, claims, Type);
    }

    /// <summary>Reads one that an account's instance signed.</summary>
    /// <param name="owner">The account that owns the instance, as it stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="now">The moment.</param>
    /// <param name="context">The context.</param>
    /// <param name="expired">Whether it was good once.</param>
    /// <returns>False when it is not that account's, was changed, or its time, its user, its session or its application is over.</returns>
    public static bool TryRead(Account owner, string text, DateTimeOffset now, [NotNullWhen(true)] out IdentityContext? context, out bool expired)
    {
        ArgumentNullException.ThrowIfNull(owner);
        context = null;
        expired = false;
        if (owner is not { IdentityCenter: { } instance, TokenIssuer: { } issuer } || !CompactToken.TryRead(text, MostCharacters, out var token))
        {
            return false;
        }

        using (token)
        {
            if (Text(token.Head, "typ") != Type || issuer.Published(now).FirstOrDefault(key => key.Id == Text(token.Head, "kid")) is not { } key
                || Text(token.Head, "alg") != key.Algorithm || !TokenSigning.Verifies(key, token.Signed.Span, token.Signature.Span)
                || Text(token.Claims, "iss") != IssuerOf(instance) || Text(token.Claims, "aud") != Audience)
            {
                return false;
            }

            // INVARIANT: we signed it, so all of it is there.
            var grant = token.Claims.GetProperty("grant").Deserialize(PortalJson.Default.PortalGrant)!;
            expired = token.Claims.GetProperty("exp").GetInt64() <= now.ToUnixTimeSeconds();
            context = !expired && grant.Session.FindUser(owner, grant.Id, now) is not null && owner.FindApplication(grant.Client) is { Disabled: false }
                ? new(grant, token.Claims.GetProperty("jti").GetString()!)
                : null;
            return context is not null;
        }
    }

    /// <summary>The condition keys that it is to policies.</summary>
    /// <param name="owner">The account that owns the instance.</param>
    public ImmutableArray<FederationKey> KeysIn(Account owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return
        [
            new(UserKey, [Grant.Session.UserId]),
            new(StoreKey, [owner.IdentityCenter!.StoreArnIn(owner.Id).Text]),
            new("identitycenter:InstanceArn", [owner.IdentityCenter.Arn.Text]),
            new("identitycenter:ApplicationArn", [Grant.Client]),
            new(CredentialKey, [CredentialId]),
        ];
    }

    private static string IssuerOf(IdentityCenterInstance instance) => "https://identitycenter.amazonaws.com/" + instance.Id;

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
