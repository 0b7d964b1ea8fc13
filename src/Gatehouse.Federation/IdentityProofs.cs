using System.Collections.Immutable;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Pods;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Federation.OpenId;
using Gatehouse.Federation.Saml;

namespace Gatehouse.Federation;

/// <summary>Checks proofs of identity: OpenID Connect tokens and SAML responses.</summary>
public sealed class IdentityProofs : IIdentityProofs
{
    private readonly TokenCheck tokens;
    private readonly PodTokenCheck pods;
    private readonly IssuedTokenCheck issued;
    private readonly ResponseCheck responses;
    private readonly IFetch fetch;
    private readonly FederationRules rules;
    private readonly UsedTokens used;

    /// <summary>Makes the checker of an installation.</summary>
    /// <param name="rules">What the operator allows.</param>
    /// <param name="vault">Opens the keys of encrypted assertions.</param>
    /// <param name="address">Where assertions are sent to us.</param>
    /// <param name="clock">The one clock.</param>
    public IdentityProofs(FederationRules rules, SecretVault vault, PublicAddress address, TimeProvider clock)
        : this(rules, vault, address, clock, new GuardedFetch(rules))
    {
    }

    internal IdentityProofs(FederationRules rules, SecretVault vault, PublicAddress address, TimeProvider clock, IFetch fetch)
    {
        this.fetch = fetch;
        this.rules = rules;
        used = new(clock);
        var keys = new IssuerKeys(fetch, rules, clock);
        tokens = new(keys, rules, clock);
        pods = new(tokens, keys);
        issued = new(tokens, keys, rules);
        responses = new(rules, vault, address, clock);
    }

    /// <inheritdoc/>
    public ValueTask<ProvenIdentity> CheckTokenAsync(Account? account, string token, CancellationToken cancel) => tokens.CheckAsync(account, token, cancel);

    /// <summary>Whether a text is a set of keys of which one at least can verify tokens.</summary>
    public static bool IsKeySet(string text) => KeySet.Read(Encoding.UTF8.GetBytes(text), null, default) is { Keys.IsEmpty: false };

    /// <summary>Reads a JSON Web Key Set that an administrator gives for an issuer, more strictly than those that issuers publish: here somebody can be told.</summary>
    /// <exception cref="FormatException">It is none, has no key that can verify tokens, or holds what is to be kept secret; the message says which, and shows nothing of it.</exception>
    public static ImmutableArray<IssuerKey> ReadKeySet(string text) => GivenKeySet.Read(text);

    /// <inheritdoc/>
    public ImmutableArray<IssuerKey> ReadKeys(string keySet) => GivenKeySet.Read(keySet);

    /// <inheritdoc/>
    public ValueTask<ProvenPod> CheckPodAsync(PodCluster cluster, string token, CancellationToken cancel) => pods.CheckAsync(cluster, token, cancel);

    /// <inheritdoc/>
    public ValueTask<ProvenToken> CheckIssuedAsync(TrustedTokenIssuer issuer, ImmutableArray<string> audiences, string token, CancellationToken cancel) =>
        issued.CheckAsync(issuer, audiences, token, cancel);

    /// <inheritdoc/>
    public string? ClaimedIssuer(string token)
    {
        try
        {
            using var read = WebToken.Read(token);
            return read.Text("iss");
        }
        catch (ProofException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindThumbprintAsync(string issuer, CancellationToken cancel) =>
        rules.KeysOf(issuer) is null ? fetch.FindThumbprintAsync(issuer, cancel) : new((string?)null);

    /// <inheritdoc/>
    public void Redeem(ProvenIdentity proof)
    {
        if (proof.SingleUse is { } once && !used.TryUse(once.Issuer, once.Id, once.Made, once.Ends))
        {
            throw new ProofException(
                ProofFault.Invalid, "Proofs of this issuer are taken once: this one was used before, was issued before the server started, or cannot be remembered");
        }
    }

    /// <inheritdoc/>
    public bool TrySpend(ProvenSignOn taken) => used.TryUse(SpentAssertion.Namespace(taken.Identity.Issuer), taken.AssertionId, taken.Ends);

    /// <inheritdoc/>
    public long TurnedAway => used.TurnedAway;

    /// <inheritdoc/>
    public ProvenIdentity CheckAssertion(Account? account, string providerArn, string roleArn, string response, DateTimeOffset? taken = null) =>
        responses.Check(account, providerArn, roleArn, response, taken).Identity;

    /// <inheritdoc/>
    public ProvenSignOn CheckSignOn(Account? account, string providerArn, string response) => responses.Check(account, providerArn, null, response, taken: null);

    /// <inheritdoc/>
    public string? SignOnOf(SamlProvider provider) => responses.MetadataOf(provider).SignOnUrl;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClaimedProviders(string response) => ResponseCheck.ClaimedProviders(response);
}
