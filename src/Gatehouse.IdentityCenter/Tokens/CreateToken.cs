using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Gives a program the token that somebody let it have: for a device code, an authorization code, or the last refresh token [AU-851].</summary>
/// <remarks>Nobody signs it. A scope that is asked for has no effect, as with AWS: the token has those that were allowed. Waits for the store when a code or a refresh token that comes again ends its grant.</remarks>
internal sealed class CreateToken : IReach<CreateTokenRequest, CreateTokenResponse>
{
    // With a scope there are refresh tokens, and access tokens are as short-lived as AWS's.
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);

    public static bool Changes => true;

    public static bool NeedsPermission => false;

    public static Arn Target(CreateTokenRequest request, Call call) =>
        PortalToken.AccountOf(request.DeviceCode ?? request.Code ?? request.RefreshToken) is { } account ? new($"arn:aws:identitystore::{account}:identitystore/*") : Arn.Any;

    public static ApiException Refuse(ApiException refusal) => OidcRefusals.Translate(refusal);

    public static ValueTask<CreateTokenResponse> HandleAsync(CreateTokenRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var client = Clients.Require(call, request.ClientId, request.ClientSecret);
        if (!GrantTypes.IsKnown(request.GrantType))
        {
            throw OidcRefusals.GrantType();
        }

        if (!client.GrantTypes.Contains(request.GrantType))
        {
            throw OidcRefusals.NotForClient();
        }

        return request.GrantType switch
        {
            GrantTypes.Device => ValueTask.FromResult(OfDevice(request, call)),
            GrantTypes.Code => OfCodeAsync(request, client, reach, cancel),
            _ => RefreshAsync(request, reach, cancel),
        };
    }

    private static CreateTokenResponse OfDevice(CreateTokenRequest request, Call call)
    {
        if (request.DeviceCode is null)
        {
            throw OidcRefusals.Invalid("The grant type device_code needs deviceCode.");
        }

        var client = RegisteredClient.HashOf(request.ClientId);
        if (call.Installation.Devices.Find(request.DeviceCode) is not { } wish || wish.Client != client)
        {
            throw OidcRefusals.Grant("Invalid device code provided");
        }

        switch (wish.Ask(call.Now, out var grant))
        {
            case DeviceState.Granted:
                return Issue(call, grant!, 0);
            case DeviceState.Pending:
                throw OidcRefusals.Pending();
            case DeviceState.TooFast:
                throw OidcRefusals.TooFast();
            case DeviceState.Denied:
                throw OidcRefusals.Denied();
            case DeviceState.Expired:
                throw OidcRefusals.Expired("The device code has expired.");
            default:
                throw OidcRefusals.Grant("Invalid device code provided");
        }
    }

    private static async ValueTask<CreateTokenResponse> OfCodeAsync(CreateTokenRequest request, RegisteredClient client, Reach reach, CancellationToken cancel)
    {
        if (request is not { Code: not null, CodeVerifier: not null, RedirectUri: not null })
        {
            throw OidcRefusals.Invalid("The grant type authorization_code needs code, codeVerifier and redirectUri.");
        }

        if (!client.Allows(request.RedirectUri))
        {
            throw OidcRefusals.Redirect("The redirect URI is not one that the client was registered with.");
        }

        var call = reach.Call;
        if (call.Installation.PortalCodes.Find(request.Code) is not { } code || (code.Ends <= call.Now && !code.IsTaken) || code.Grant.Client != RegisteredClient.HashOf(request.ClientId)
            || code.RedirectUri != request.RedirectUri || !code.IsProvenBy(request.CodeVerifier))
        {
            throw OidcRefusals.Grant("Invalid authorization code, code verifier or redirect URI provided");
        }

        if (!code.TryTake())
        {
            // Somebody else has it: what came of it ends.
            throw await EndAsync(reach, code.Grant, "The authorization code was used before.", cancel);
        }

        return Issue(call, code.Grant, 0);
    }

    private static async ValueTask<CreateTokenResponse> RefreshAsync(CreateTokenRequest request, Reach reach, CancellationToken cancel)
    {
        if (request.RefreshToken is null)
        {
            throw OidcRefusals.Invalid("The grant type refresh_token needs refreshToken.");
        }

        var call = reach.Call;
        if (!PortalToken.TryRead(call.Installation.Sessions.Messages, MessagePurpose.PortalRefresh, request.RefreshToken, out var token) || token.Grant.Client != RegisteredClient.HashOf(request.ClientId))
        {
            throw OidcRefusals.Grant("Invalid refresh token provided");
        }

        Require(call, token.Grant);
        return call.Installation.LoginUses.Begin(token.Grant.Id, token.Grant.Session.Ends, token.Number, call.Now) switch
        {
            LoginUse.Fresh => Issue(call, token.Grant, token.Number + 1),
            LoginUse.TooMany => throw OidcRefusals.TooFast(),
            _ => throw await EndAsync(reach, token.Grant, "The refresh token was used before.", cancel),
        };
    }

    // Whoever let the program in may be gone, or have signed out.
    private static void Require(Call call, PortalGrant grant)
    {
        var user = grant.Session.FindUser(call.Owner, grant.Id, call.Now) ?? throw OidcRefusals.Grant("The session has ended. Sign in again.");
        call.Named?.Invoke(AuditIdentity.Of(grant.Session, user, call.Owner!));
    }

    private static CreateTokenResponse Issue(Call call, PortalGrant grant, int number)
    {
        Require(call, grant);
        var messages = call.Installation.Sessions.Messages;
        var ends = grant.Scopes.IsEmpty || call.Now + Short > grant.Session.Ends ? grant.Session.Ends : call.Now + Short;
        return new()
        {
            AccessToken = new PortalToken(grant, ends, number).Seal(messages, MessagePurpose.PortalAccess),
            TokenType = "Bearer",
            ExpiresIn = (int)(ends - call.Now).TotalSeconds,
            RefreshToken = grant.Scopes.IsEmpty ? null : new PortalToken(grant, grant.Session.Ends, number).Seal(messages, MessagePurpose.PortalRefresh),
        };
    }

    /// <summary>Ends a grant of which somebody else has a code or a token too, and says why.</summary>
    internal static async ValueTask<InvalidGrantException> EndAsync(Reach reach, PortalGrant grant, string why, CancellationToken cancel)
    {
        await reach.ChangeInAsync(
            grant.Session.Account,
            draft =>
            {
                LoginEnding.End(draft, grant.Note());
                return true;
            },
            cancel);
        return OidcRefusals.Grant(why);
    }
}
