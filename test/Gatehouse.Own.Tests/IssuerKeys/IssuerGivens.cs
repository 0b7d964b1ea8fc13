using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Federation;
using Gatehouse.Own.IssuerKeys;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.IssuerKeys;

/// <summary>An account with an OpenID Connect provider and a trusted token issuer, put there by hand.</summary>
internal sealed class IssuerGivens
{
    internal const string ProviderArn = "arn:aws:iam::111122223333:oidc-provider/cluster.example.com/one";
    internal const string TokenIssuerArn = "arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-0123456789abcdef/tti-1";

    internal static readonly RSA Rsa = RSA.Create(2048);
    internal static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    /// <summary>Makes the account.</summary>
    /// <param name="pinnedByOperator">Whether the operator has pinned the provider's keys.</param>
    internal IssuerGivens(bool pinnedByOperator = false)
    {
        var rules = new FederationRules();
        if (pinnedByOperator)
        {
            rules = rules with { PinnedKeys = ImmutableDictionary<string, string>.Empty.Add("https://cluster.example.com/one", Set(PublicRsa())) };
        }

        Account = new((vault, clock) => new IdentityProofs(rules, vault, new(), clock), federation: rules);
        Account.Change(draft =>
        {
            draft.Put(new IdentityCenterInstance { Id = "ssoins-0123456789abcdef", IdentityStoreId = "d-0123456789", Region = "us-east-1", Created = draft.Now });
            draft.Put(new TrustedTokenIssuer { Id = "tti-1", Name = "login", IssuerUrl = "https://login.example.com", ClaimPath = "sub", AttributePath = "userName", Tags = [new("kind", "people")] });
            draft.Put(new OpenIdProvider { Url = "https://cluster.example.com/one", Created = draft.Now, ClientIds = ["sts.amazonaws.com"], Tags = [new("kind", "cluster")] });
        });
    }

    internal AccountFixture Account { get; }

    internal OpenIdProvider Provider => Account.Account.OpenIdProviders.Single();

    internal TrustedTokenIssuer TokenIssuer => Account.Account.TrustedTokenIssuers.Single();

    internal static JsonObject PublicRsa(RSA? key = null)
    {
        var parameters = (key ?? Rsa).ExportParameters(false);
        return new() { ["kty"] = "RSA", ["kid"] = "rs", ["use"] = "sig", ["n"] = Text(parameters.Modulus), ["e"] = Text(parameters.Exponent) };
    }

    internal static JsonObject PublicCurve()
    {
        var point = Curve.ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-384", ["x"] = Text(point.X), ["y"] = Text(point.Y) };
    }

    internal static string Set(params ReadOnlySpan<JsonNode> keys) => new JsonObject { ["keys"] = new JsonArray(keys.ToArray()) }.ToJsonString();

    internal static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);

    internal PutIssuerKeysResponse Put(string keySet, string arn = ProviderArn) =>
        Account.Write<PutIssuerKeys, PutIssuerKeysRequest, PutIssuerKeysResponse>(new() { IssuerArn = arn, KeySet = keySet });

    internal GetIssuerKeysResponse Get(string arn = ProviderArn) =>
        Account.Read<GetIssuerKeys, GetIssuerKeysRequest, GetIssuerKeysResponse>(new() { IssuerArn = arn });

    internal void Delete(string arn = ProviderArn) =>
        Account.Write<DeleteIssuerKeys, DeleteIssuerKeysRequest, DeleteIssuerKeysResponse>(new() { IssuerArn = arn });
}
