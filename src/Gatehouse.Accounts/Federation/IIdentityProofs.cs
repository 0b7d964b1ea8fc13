using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Pods;

namespace Gatehouse.Accounts.Federation;

/// <summary>Checks what identity providers say of people and programs.</summary>
/// <remarks>Thread-safe. Only an account's own providers are asked.</remarks>
public interface IIdentityProofs
{
    /// <summary>Checks a token of an OpenID Connect issuer [AU-410].</summary>
    /// <param name="account">The account of the role that is asked for; null when there is no such account.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancel">Ends the wait for the issuer's keys.</param>
    /// <exception cref="ProofException">It is not taken.</exception>
    ValueTask<ProvenIdentity> CheckTokenAsync(Account? account, string token, CancellationToken cancel);

    /// <summary>Checks a token that a cluster projects into a pod, as those of other issuers are checked [AU-832].</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancel">Ends the wait for the issuer's keys.</param>
    /// <exception cref="ProofException">It is not taken.</exception>
    ValueTask<ProvenPod> CheckPodAsync(PodCluster cluster, string token, CancellationToken cancel);

    /// <summary>Checks a token of a trusted token issuer, as those of other issuers are checked.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="audiences">For whom it must have been made: one of these.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancel">Ends the wait for the issuer's keys.</param>
    /// <exception cref="ProofException">It is not taken.</exception>
    ValueTask<ProvenToken> CheckIssuedAsync(TrustedTokenIssuer issuer, ImmutableArray<string> audiences, string token, CancellationToken cancel);

    /// <summary>Uses up a proof that is good once; does nothing of any other. Of all who try, one does [AU-429].</summary>
    /// <param name="proof">What was proven, and entitles to what is asked.</param>
    /// <exception cref="ProofException">It was used before, or may have been.</exception>
    void Redeem(ProvenIdentity proof);

    /// <summary>Uses up a response that a browser brought to sign in with: good once there, whatever holds elsewhere. Of all who try, one does [AU-507].</summary>
    bool TrySpend(ProvenSignOn taken);

    /// <summary>How many proofs that are good once were not taken because there were too many to remember.</summary>
    long TurnedAway { get; }

    /// <summary>The issuer that a token says it is of; null where it is none that is to be read. Nothing of it is proven.</summary>
    string? ClaimedIssuer(string token);

    /// <summary>Reads a JSON Web Key Set that somebody gives for an issuer [AU-406, AU-408].</summary>
    /// <param name="keySet">The set, as JSON.</param>
    /// <returns>Those of its keys that tokens can be checked with: one at least.</returns>
    /// <exception cref="FormatException">It is none, has no such key, or holds what is to be kept secret; the message says which, and shows nothing of it.</exception>
    ImmutableArray<IssuerKey> ReadKeys(string keySet);

    /// <summary>Asks an issuer for the certificate that a provider's thumbprint stands for: the last that its server sends [AU-402].</summary>
    /// <param name="issuer">The issuer's URL.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The thumbprint, in lower case; null when the issuer cannot be reached, or may not be.</returns>
    ValueTask<string?> FindThumbprintAsync(string issuer, CancellationToken cancel);

    /// <summary>Checks a SAML response [AU-503].</summary>
    /// <param name="account">The account of the role that is asked for; null when there is no such account.</param>
    /// <param name="providerArn">The provider.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="response">The response as base64.</param>
    /// <param name="taken">When a page of ours took it, and its age counts up to then [AU-730]; null for now.</param>
    /// <exception cref="ProofException">It is not taken.</exception>
    ProvenIdentity CheckAssertion(Account? account, string providerArn, string roleArn, string response, DateTimeOffset? taken = null);

    /// <summary>Checks a SAML response that a browser brings to sign in with, whatever role it is for [AU-730].</summary>
    /// <param name="account">The account of the provider; null when there is no such account.</param>
    /// <param name="providerArn">The provider.</param>
    /// <param name="response">The response as base64.</param>
    /// <exception cref="ProofException">It is not taken.</exception>
    ProvenSignOn CheckSignOn(Account? account, string providerArn, string response);

    /// <summary>Where browsers are sent to sign in at a provider, by redirect; null when it names no such place.</summary>
    string? SignOnOf(SamlProvider provider);

    /// <summary>The ARNs of the providers through which a SAML response offers roles, as it says itself: nothing of it is proven. None where it is encrypted, or not to be read.</summary>
    IReadOnlyList<string> ClaimedProviders(string response);
}
