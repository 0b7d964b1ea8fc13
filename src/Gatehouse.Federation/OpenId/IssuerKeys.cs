using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>The keys of issuers: asked for once, kept while they hold, and longer while the issuer is away [AU-405, AU-407]; or pinned, and never asked for [AU-408].</summary>
/// <remarks>Thread-safe. Callers who wait for the same issuer share one request.</remarks>
internal sealed class IssuerKeys(IFetch fetch, FederationRules rules, TimeProvider clock)
{
    private const int MostIssuers = 10_000;
    private static readonly TimeSpan DiscoveryHolds = TimeSpan.FromHours(24);
    private static readonly TimeSpan StaleHolds = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Issuer> issuers = new(StringComparer.Ordinal);

    // Accounts pin keys too, as many as they have issuers: what was read of a set goes when nobody holds its text any more.
    private readonly ConditionalWeakTable<string, KeySet> pinned = [];

    /// <summary>The keys of a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="keyId">The key that is wanted; null when the token names none. Is it not there, the issuer is asked again.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ProofException">The issuer could not be asked, and nothing is kept.</exception>
    internal async ValueTask<KeySet> FindAsync(OpenIdProvider provider, string? keyId, CancellationToken cancel)
    {
        // [AU-408]: what the operator says of an issuer holds in every account; what an account says holds in it alone.
        if ((rules.KeysOf(provider.Url) ?? provider.PinnedKeys?.KeySet) is { } text)
        {
            return Pinned(text);
        }

        if (issuers.Count >= MostIssuers)
        {
            // Bounded memory wins over remembering.
            issuers.Clear();
        }

        // Accounts with other thumbprints trust other certificates: they do not share what was got.
        var issuer = issuers.GetOrAdd($"{provider.Url} {string.Join(',', provider.Thumbprints)}", static _ => new());
        var now = clock.GetUtcNow();
        if (issuer.Keys is { } kept && now < kept.Fetched + kept.Fresh && IsEnough(kept, keyId, issuer, now))
        {
            // An issuer that is away is asked once in a while, not by every caller.
            if (now > kept.Fetched + (kept.Fresh * 0.8) && now >= issuer.Asked + Pause && Interlocked.CompareExchange(ref issuer.Renewing, 1, 0) == 0)
            {
                _ = RenewAsync(issuer, provider);
            }

            return kept;
        }

        await issuer.Turn.WaitAsync(cancel);
        try
        {
            return await AskAsync(issuer, provider, keyId, cancel);
        }
        finally
        {
            issuer.Turn.Release();
        }
    }

    /// <summary>The keys of a key set that was read before it was taken, and holds one.</summary>
    /// <exception cref="ProofException">It holds none after all.</exception>
    internal KeySet Pinned(string text) =>
        pinned.GetValue(text, one => KeySet.Read(Encoding.UTF8.GetBytes(one), null, clock.GetUtcNow()) ?? throw Unusable());

    private static bool IsEnough(KeySet kept, string? keyId, Issuer issuer, DateTimeOffset now) =>
        keyId is null || kept.Has(keyId) || now < issuer.Asked + Pause;

    private async Task RenewAsync(Issuer issuer, OpenIdProvider provider)
    {
        await Task.Yield();
        await issuer.Turn.WaitAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        try
        {
            issuer.Keys = await GetAsync(issuer, provider, now, CancellationToken.None);
        }
        catch (ProofException)
        {
            // The keys at hand still hold; when they no longer do, whoever asks next learns why.
        }
        finally
        {
            issuer.Asked = now;
            issuer.Turn.Release();
            Volatile.Write(ref issuer.Renewing, 0);
        }
    }

    private async ValueTask<KeySet> AskAsync(Issuer issuer, OpenIdProvider provider, string? keyId, CancellationToken cancel)
    {
        // Someone else may have asked while we waited.
        var now = clock.GetUtcNow();
        var kept = issuer.Keys;
        if (kept is not null && now < kept.Fetched + kept.Fresh && IsEnough(kept, keyId, issuer, now))
        {
            return kept;
        }

        var usable = kept is not null && now < kept.Fetched + kept.Fresh + StaleHolds;
        if (issuer.Failure is { } failure && now < issuer.Asked + (usable ? Pause : PauseAfterFailure))
        {
            return usable ? kept! : throw new ProofException(failure.Fault, failure.Message);
        }

        try
        {
            var keys = await GetAsync(issuer, provider, now, cancel);
            issuer.Failure = null;
            return issuer.Keys = keys;
        }
        catch (ProofException reason)
        {
            issuer.Failure = reason;
            if (usable)
            {
                return kept!;
            }

            throw;
        }
        finally
        {
            issuer.Asked = now;
        }
    }

    private async ValueTask<KeySet> GetAsync(Issuer issuer, OpenIdProvider provider, DateTimeOffset now, CancellationToken cancel)
    {
        if (issuer.KeysAt is null || now > issuer.Discovered + DiscoveryHolds)
        {
            issuer.KeysAt = await DiscoverAsync(provider, cancel);
            issuer.Discovered = now;
        }

        var got = await fetch.GetAsync(provider.Url, issuer.KeysAt, provider.Thumbprints, cancel);
        return KeySet.Read(got.Body, got.MaxAge, now) ?? throw Unusable();
    }

    private async ValueTask<Uri> DiscoverAsync(OpenIdProvider provider, CancellationToken cancel)
    {
        var got = await fetch.GetAsync(provider.Url, new(provider.Url.TrimEnd('/') + "/.well-known/openid-configuration"), provider.Thumbprints, cancel);
        using var document = StrictJson.TryRead(got.Body);
        return document is not null && Text(document.RootElement, "issuer") is { } issuer && IssuerNames.Same(issuer, provider.Url)
            && Uri.TryCreate(Text(document.RootElement, "jwks_uri"), UriKind.Absolute, out var keys)
            ? keys
            : throw Unusable();
    }

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ProofException Unusable() => new(
        ProofFault.Invalid, "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements");

    private sealed class Issuer
    {
        internal readonly SemaphoreSlim Turn = new(1);
        internal volatile KeySet? Keys;
        internal volatile ProofException? Failure;
        internal int Renewing;
        private long asked;

        internal DateTimeOffset Asked
        {
            get => new(Volatile.Read(ref asked), TimeSpan.Zero);
            set => Volatile.Write(ref asked, value.UtcTicks);
        }

        internal Uri? KeysAt { get; set; }

        internal DateTimeOffset Discovered { get; set; }
    }
}
