using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Gives an application, in whose name somebody of IAM asks, the tokens with which it acts for a person [AU-850].</summary>
/// <remarks>
/// The caller's own policies or the application's actor policy must allow it. Waits for the keys of a trusted issuer when they are not at
/// hand, and for the store when a signing key has served its time or a code or refresh token that comes again ends its grant.
/// </remarks>
internal sealed class CreateTokenWithIAM : IReach<CreateTokenWithIAMRequest, CreateTokenWithIAMResponse>
{
    // AWS: the trail tells of it as a write.
    public static bool Changes => true;

    public static Arn Target(CreateTokenWithIAMRequest request, Call call) => new(request.ClientId);

    public static void Require(CreateTokenWithIAMRequest request, Call call, Requirements needs)
    {
        if (call.Owner?.FindApplication(request.ClientId) is { ActorPolicy: { } policy })
        {
            needs.Grant(policy);
        }
    }

    public static ApiException Refuse(ApiException refusal) => OidcRefusals.Translate(refusal);

    public static async ValueTask<CreateTokenWithIAMResponse> HandleAsync(CreateTokenWithIAMRequest request, Reach reach, CancellationToken cancel)
    {
        if (reach.Call.Owner is not { Profile.Suspended: false } owner || owner.FindApplication(request.ClientId) is not { } application)
        {
            throw OidcRefusals.Client();
        }

        RequireGrant(request.GrantType, application);
        switch (request.GrantType)
        {
            case GrantTypes.Code:
                return await OfCodeAsync(request, reach, owner, application, cancel);
            case GrantTypes.Refresh:
                return await RefreshAsync(request, reach, owner, application, cancel);
            default:
                var exchange = new Exchange(reach, owner, application, request.ClientId);
                var grant = request.GrantType == IamGrantTypes.JwtBearer ? await exchange.OfAssertionAsync(request, cancel) : exchange.OfToken(request);

                // The account as it is, now that an issuer may have been waited for.
                return await reach.FindAccountAsync(owner.Id, cancel) is { } still && still.FindApplication(request.ClientId) is { Disabled: false } same
                    ? await ApplicationTokens.IssueAsync(reach, still, same, grant, 0, cancel)
                    : throw OidcRefusals.NotForApplication();
        }
    }

    private static void RequireGrant(string grantType, IdentityApplication application)
    {
        if (!IamGrantTypes.IsKnown(grantType))
        {
            throw OidcRefusals.GrantType();
        }

        if (application is not { Disabled: false, ActorPolicy: not null } || application.GrantOf(grantType) is null)
        {
            throw OidcRefusals.NotForApplication();
        }
    }

    private static async ValueTask<CreateTokenWithIAMResponse> OfCodeAsync(CreateTokenWithIAMRequest request, Reach reach, Account owner, IdentityApplication application, CancellationToken cancel)
    {
        if (request is not { Code: not null, CodeVerifier: not null, RedirectUri: not null })
        {
            throw OidcRefusals.Invalid("The grant type authorization_code needs code, codeVerifier and redirectUri.");
        }

        var call = reach.Call;
        if (call.Installation.PortalCodes.Find(request.Code) is not { } code || (code.Ends <= call.Now && !code.IsTaken) || code.Grant.Client != request.ClientId
            || code.RedirectUri != request.RedirectUri || !code.IsProvenBy(request.CodeVerifier))
        {
            throw OidcRefusals.Grant("Invalid authorization code, code verifier or redirect URI provided");
        }

        return code.TryTake()
            ? await ApplicationTokens.IssueAsync(reach, owner, application, code.Grant, 0, cancel)
            : throw await CreateToken.EndAsync(reach, code.Grant, "The authorization code was used before.", cancel);
    }

    private static async ValueTask<CreateTokenWithIAMResponse> RefreshAsync(CreateTokenWithIAMRequest request, Reach reach, Account owner, IdentityApplication application, CancellationToken cancel)
    {
        if (request.RefreshToken is null)
        {
            throw OidcRefusals.Invalid("The grant type refresh_token needs refreshToken.");
        }

        var call = reach.Call;
        if (!PortalToken.TryRead(call.Installation.Sessions.Messages, MessagePurpose.PortalRefresh, request.RefreshToken, out var token) || token.Grant.Client != request.ClientId
            || token.Grant.Session.FindUser(owner, token.Grant.Id, call.Now) is null)
        {
            throw OidcRefusals.Grant("Invalid refresh token provided");
        }

        return call.Installation.LoginUses.Begin(token.Grant.Id, token.Grant.Session.Ends, token.Number, call.Now) switch
        {
            LoginUse.Fresh => await ApplicationTokens.IssueAsync(reach, owner, application, token.Grant, token.Number + 1, cancel),
            LoginUse.TooMany => throw OidcRefusals.TooFast(),
            _ => throw await CreateToken.EndAsync(reach, token.Grant, "The refresh token was used before.", cancel),
        };
    }
}
