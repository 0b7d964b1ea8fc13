using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Makes what an application gets for a grant: access, refresh and ID token, and the context that AssumeRole takes [AU-318].</summary>
internal static class ApplicationTokens
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Makes them. Waits for the store only when a signing key has served its time.</summary>
    /// <exception cref="Wire.ApiException">Whoever is signed in is no longer, or may not use the application.</exception>
    internal static async ValueTask<CreateTokenWithIAMResponse> IssueAsync(Reach reach, Account owner, IdentityApplication application, PortalGrant grant, int number, CancellationToken cancel)
    {
        var call = reach.Call;
        var user = grant.Session.FindUser(owner, grant.Id, call.Now) ?? throw OidcRefusals.Grant("The session has ended. Sign in again.");
        if (!Assignments.Allow(owner, application, user))
        {
            throw OidcRefusals.NotAssigned();
        }

        var issuer = await KeysAsync(reach, owner, cancel);
        var messages = call.Installation.Sessions.Messages;
        var ends = call.Now + Life > grant.Session.Ends ? grant.Session.Ends : call.Now + Life;
        var context = new IdentityContext(grant, call.Installation.Ids.NewUuid());
        var signed = context.Sign(call.Installation, owner, issuer.SigningKey(TokenSigning.Es384, call.Now)!, call.Now, ends);
        return new()
        {
            AccessToken = new PortalToken(grant, ends, number).Seal(messages, MessagePurpose.PortalAccess),
            TokenType = "Bearer",
            ExpiresIn = (int)(ends - call.Now).TotalSeconds,
            RefreshToken = application.GrantOf(GrantTypes.Refresh) is null ? null : new PortalToken(grant, grant.Session.Ends, number).Seal(messages, MessagePurpose.PortalRefresh),
            IdToken = TokenSigning.Sign(issuer.SigningKey(TokenSigning.Rs256, call.Now)!, call.Installation, owner.Id, Claims(call, owner, context, signed, ends)),
            IssuedTokenType = IamGrantTypes.AccessToken,
            Scope = grant.Scopes,
            AwsAdditionalDetails = new() { IdentityContext = signed },
        };
    }

    // The names are AWS's; the issuer is our own, whose keys everybody can read.
    private static byte[] Claims(Call call, Account owner, IdentityContext context, string signed, DateTimeOffset ends) => JsonObjects.Write(json =>
    {
        var (grant, instance) = (context.Grant, owner.IdentityCenter!);
        json.WriteString("iss", call.Installation.Address.IssuerOf(owner.Id));
        json.WriteString("aud", grant.Client);
        json.WriteString("sub", grant.Session.UserId);
        json.WriteNumber("iat", call.Now.ToUnixTimeSeconds());
        json.WriteNumber("exp", ends.ToUnixTimeSeconds());
        json.WriteNumber("auth_time", grant.Session.Began.ToUnixTimeSeconds());
        json.WriteString("jti", context.CredentialId);
        json.WriteString("aws:identity_store_id", instance.IdentityStoreId);
        json.WriteString("aws:identity_store_arn", instance.StoreArnIn(owner.Id).Text);
        json.WriteString("aws:instance_arn", instance.Arn.Text);
        json.WriteString("aws:instance_account", owner.Id);
        json.WriteString("aws:credential_id", context.CredentialId);
        json.WriteString("sts:identity_context", signed);
    });

    private static async ValueTask<TokenIssuer> KeysAsync(Reach reach, Account owner, CancellationToken cancel) =>
        owner.TokenIssuer is { } issuer && !TokenSigning.Algorithms.Any(algorithm => issuer.IsDue(algorithm, reach.Call.Now))
            ? issuer
            : await reach.ChangeInAsync(
                owner.Id,
                draft =>
                {
                    // Whether the account issues tokens for services outside is not decided here.
                    var before = draft.Account.TokenIssuer ?? new();
                    if (TokenSigning.Algorithms.Any(algorithm => before.IsDue(algorithm, draft.Now)))
                    {
                        before = TokenSigning.Renew(before, draft.Call.Installation, draft.Account.Id, draft.Now);
                        draft.Put(before);
                    }

                    return before;
                },
                cancel);
}
