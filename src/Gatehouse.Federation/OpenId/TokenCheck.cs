using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Federation.OpenId;

/// <summary>Checks a token in AWS's order [AU-410].</summary>
internal sealed class TokenCheck(IssuerKeys keys, FederationRules rules, TimeProvider clock)
{
    private const int MostUnnamedKeys = 10;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    internal async ValueTask<ProvenIdentity> CheckAsync(Account? account, string text, CancellationToken cancel)
    {
        using var token = WebToken.Read(text);
        var builtIn = false;
        var provider = FindProvider(account, token) ?? BuiltIn(account, token, out builtIn) ?? throw Invalid($"No OpenIDConnect provider found in your account for {Echo(token.Text("iss") ?? "")}");
        RequireSignature(token, await keys.FindAsync(provider, token.KeyId, cancel));

        // A built-in issuer has no client ids: whose tokens a role takes, its trust policy says [AU-403].
        var audience = RequireAudience(token, builtIn ? provider with { ClientIds = Parties(token.Claims) } : provider, out var original);
        var (issued, expires) = RequireTimes(token);
        var subject = token.Text("sub") is { Length: >= 6 and <= 255 } sub ? sub : throw Invalid("The ID Token's subject must be a string of 6 to 255 characters");
        var claims = TokenClaims.Of(token, provider, audience, original, rules.HasOpenClaims(provider.Url));
        var (tags, transitive) = TokenTags.Read(token.Claims);
        return new()
        {
            ProviderArn = builtIn ? provider.Name : provider.ArnIn(account!.Id).Text,
            Issuer = token.Text("iss")!,
            Subject = subject,
            Audience = audience,
            Keys = claims,
            KeptKeys = [.. claims.Where(key => TokenClaims.IsKept(key, provider))],
            Tags = tags,
            TransitiveTagKeys = transitive,
            SourceIdentity = SourceIdentity(token),
            SingleUse = rules.IsSingleUse(provider.Url) ? new(provider.Url.TrimEnd('/'), token.Identity, issued, expires) : null,
        };
    }

    // [AU-408]: an issuer that the operator no longer names is not taken, although its provider is still there.
    private OpenIdProvider? FindProvider(Account? account, WebToken token) =>
        token.Text("iss") is { } issuer && account?.OpenIdProviders.Find(OpenIdProvider.KeyOf(issuer)) is { } provider && IssuerNames.Same(issuer, provider.Url)
        && (provider.Url.StartsWith("https://", StringComparison.Ordinal) || rules.Names(provider.Url))
            ? provider
            : null;

    // [AU-403]: an account's own provider counts before the one that all have.
    private OpenIdProvider? BuiltIn(Account? account, WebToken token, out bool found)
    {
        var name = account is not null && token.Text("iss") is { } issuer
            ? rules.BuiltInIssuers.FirstOrDefault(name => account.OpenIdProviders.Find(name) is null && IssuerNames.Same(issuer, "https://" + name))
            : null;
        found = name is not null;
        return name is null ? null : new() { Url = "https://" + name, Created = default };
    }

    internal static void RequireSignature(WebToken token, KeySet set)
    {
        var fitting = set.Keys.Where(key => (token.KeyId is null || key.Id == token.KeyId) && key.Fits(token.Algorithm)).Take(MostUnnamedKeys).ToList();
        if (fitting.Count == 0)
        {
            throw Invalid("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements");
        }

        if (!fitting.Exists(token.IsSignedBy))
        {
            throw Invalid("Provided Token's Signature is not valid");
        }
    }

    // [AU-416]: who was authorized counts before for whom it was made.
    internal static string RequireAudience(WebToken token, OpenIdProvider provider, out ImmutableArray<string> original)
    {
        var audiences = Audiences(token.Claims);
        original = [];
        if (token.Claims.TryGetProperty("azp", out var party))
        {
            original = audiences;
            return party.ValueKind == JsonValueKind.String && provider.ClientIds.Contains(party.GetString()!) ? party.GetString()! : throw WrongAudience();
        }

        return audiences.FirstOrDefault(audience => provider.ClientIds.Contains(audience)) ?? throw WrongAudience();
    }

    /// <summary>For whom a token says it was made.</summary>
    internal static ImmutableArray<string> Audiences(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var given))
        {
            return [];
        }

        return given.ValueKind switch
        {
            JsonValueKind.String => [given.GetString()!],
            JsonValueKind.Array when given.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => [.. given.EnumerateArray().Select(item => item.GetString()!)],
            _ => throw WrongAudience(),
        };
    }

    /// <summary>For whom a token may be taken: who was authorized, or else for whom it was made.</summary>
    private static ImmutableArray<string> Parties(JsonElement claims) =>
        claims.TryGetProperty("azp", out var party) ? party.ValueKind == JsonValueKind.String ? [party.GetString()!] : [] : Audiences(claims);

    internal (DateTimeOffset Issued, DateTimeOffset Expires) RequireTimes(WebToken token)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var (expires, issued) = (Time(token, "exp"), Time(token, "iat"));
        if (expires is null || issued is null || issued > now + Skew.TotalSeconds || Time(token, "nbf") > now + Skew.TotalSeconds)
        {
            throw Invalid("The ID Token's times are missing or lie in the future");
        }

        if (now >= expires)
        {
            throw new ProofException(ProofFault.Expired, string.Create(
                CultureInfo.InvariantCulture, $"Token expired: current date/time {now} must be before the expiration date/time {expires}"));
        }

        if (now - issued > rules.MaxTokenAge.TotalSeconds || expires - issued > rules.MaxTokenAge.TotalSeconds)
        {
            throw new ProofException(ProofFault.Expired, string.Create(CultureInfo.InvariantCulture, $"Token too old: {issued}"));
        }

        return (DateTimeOffset.FromUnixTimeSeconds(issued.Value), DateTimeOffset.FromUnixTimeSeconds(expires.Value));
    }

    // [AU-417]: whole seconds; anything else is no time.
    private static long? Time(WebToken token, string claim)
    {
        if (!token.Claims.TryGetProperty(claim, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253402300799
            ? seconds
            : throw Invalid($"The ID Token's {claim} is not a whole number of seconds");
    }

    private static string? SourceIdentity(WebToken token) => !token.Claims.TryGetProperty("https://aws.amazon.com/source_identity", out var value)
        ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { } source && SourceIdentities.IsSource(source)
            ? source
            : throw Invalid("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");

    private static string Echo(string text) => string.Concat(text.Take(256).Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));

    private static ProofException WrongAudience() => Invalid("Incorrect token audience");

    private static ProofException Invalid(string text) => new(ProofFault.Invalid, text);
}
