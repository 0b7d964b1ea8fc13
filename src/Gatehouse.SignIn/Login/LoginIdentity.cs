using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Accounts.Logins;
using Gatehouse.Operations;

namespace Gatehouse.SignIn.Login;

/// <summary>Tells a program who signed in: a token that the account signs as an issuer, for the program alone (OpenID Connect Core 1.0) [AU-742].</summary>
/// <remarks>Its audience is a client of ours, so that no service outside takes it for a token of outbound federation.</remarks>
internal static class LoginIdentity
{
    /// <summary>Signs the token; waits for the store only when the account has no key yet, or a key has served its time.</summary>
    internal static async ValueTask<string> SignAsync(Reach reach, Caller caller, LoginGrant grant, DateTimeOffset expires, CancellationToken cancel)
    {
        var call = reach.Call;
        var issuer = caller.Account.TokenIssuer;
        if (issuer is null || issuer.IsDue(TokenSigning.Es384, call.Now))
        {
            issuer = await reach.ChangeInAsync(caller.Account.Id, Renew, cancel);
        }

        var claims = JsonObjects.Write(json =>
        {
            json.WriteString("iss", call.Installation.Address.IssuerOf(caller.Account.Id));
            json.WriteString("aud", grant.ClientId);
            json.WriteString("sub", caller.Arn.Text);
            json.WriteNumber("iat", call.Now.ToUnixTimeSeconds());
            json.WriteNumber("exp", expires.ToUnixTimeSeconds());
            json.WriteNumber("auth_time", grant.Session.Issued.ToUnixTimeSeconds());
            json.WriteString("jti", call.Installation.Ids.NewUuid());
        });

        // INVARIANT: a renewed issuer has a key for the algorithm.
        return TokenSigning.Sign(issuer.SigningKey(TokenSigning.Es384, call.Now)!, call.Installation, caller.Account.Id, claims);
    }

    // Whether the account issues tokens for services outside is not changed by it.
    private static TokenIssuer Renew(Draft draft)
    {
        var issuer = draft.Account.TokenIssuer ?? new TokenIssuer();
        if (issuer.IsDue(TokenSigning.Es384, draft.Now))
        {
            issuer = TokenSigning.Renew(issuer, draft.Call.Installation, draft.Account.Id, draft.Now, TokenSigning.Es384);
            draft.Put(issuer);
        }

        return issuer;
    }
}
