using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>Checks the tokens that applications of IAM Identity Center exchange, in the order of all others [AU-410].</summary>
internal sealed class IssuedTokenCheck(TokenCheck checks, IssuerKeys keys, FederationRules rules)
{
    internal async ValueTask<ProvenToken> CheckAsync(TrustedTokenIssuer issuer, ImmutableArray<string> audiences, string text, CancellationToken cancel)
    {
        using var token = WebToken.Read(text);

        // [AU-408]: an issuer that the operator no longer names is not taken, although it is still there.
        if (token.Text("iss") is not { } claimed || !IssuerNames.Same(claimed, issuer.IssuerUrl)
            || !(issuer.IssuerUrl.StartsWith("https://", StringComparison.Ordinal) || rules.Names(issuer.IssuerUrl)))
        {
            throw Invalid("The token was not issued by the trusted token issuer");
        }

        var provider = new OpenIdProvider { Url = issuer.IssuerUrl, Created = default, ClientIds = audiences, PinnedKeys = issuer.PinnedKeys };
        TokenCheck.RequireSignature(token, await keys.FindAsync(provider, token.KeyId, cancel));

        // For whom it was made is what it says itself; who was authorized to get it does not stand in for that here.
        if (!TokenCheck.Audiences(token.Claims).Any(audience => audiences.Contains(audience)))
        {
            throw Invalid("Incorrect token audience");
        }

        checks.RequireTimes(token);
        return token.Text("sub") is { Length: > 0 and <= 255 } subject ? new(subject, token.Claims.Clone()) : throw Invalid("The token has no subject");
    }

    private static ProofException Invalid(string text) => new(ProofFault.Invalid, text);
}
