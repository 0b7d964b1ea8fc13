using System.Text.Json;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.Issuing;

/// <summary>What an account publishes as an issuer: how it is discovered, and the keys that its tokens are checked with (OpenID Connect Discovery 1.0).</summary>
public static class IssuerDocuments
{
    /// <summary>Where the first document lies, under the issuer.</summary>
    public const string Discovery = "/.well-known/openid-configuration";

    /// <summary>Where the second one lies, under the issuer.</summary>
    public const string Keys = "/.well-known/jwks.json";

    /// <summary>The document that names all others.</summary>
    public static byte[] DiscoveryOf(string issuer) => JsonObjects.Write(json =>
    {
        json.WriteString("issuer", issuer);
        json.WriteString("jwks_uri", issuer + Keys);
        List(json, "response_types_supported", ["id_token"]);
        List(json, "subject_types_supported", ["public"]);
        List(json, "id_token_signing_alg_values_supported", TokenSigning.Algorithms);
        List(json, "claims_supported", ["iss", "aud", "sub", "iat", "exp", "jti", TokenClaims.Namespace]);
    });

    /// <summary>The public halves of all keys that tokens may still name.</summary>
    public static byte[] KeysOf(TokenIssuer issuer, DateTimeOffset now) => JsonObjects.Write(json =>
    {
        json.WriteStartArray("keys");
        foreach (var key in issuer.Published(now))
        {
            TokenSigning.Write(key, json);
        }

        json.WriteEndArray();
    });

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
