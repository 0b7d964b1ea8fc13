using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Signin;
using Gatehouse.Contracts.Signin.Shapes;
using Gatehouse.Operations;
using Gatehouse.SignIn.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.SignIn.Login;

/// <summary>Gives a program the credentials of whoever signed in for it, for a code or a refresh token, and for a proof that it holds the key it came with [AU-742].</summary>
/// <remarks>Nobody signs it. Waits for the store when the account needs a key to sign who it is, and when a code that comes a second time ends its grant.</remarks>
internal sealed class CreateOAuth2Token : IReach<CreateOAuth2TokenRequest, CreateOAuth2TokenResponse>
{
    private const string CodeGrant = "authorization_code";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    // AWS: the trail tells of it as a write, though nothing of the account changes.
    public static bool Changes => true;

    // Whether the principal may is asked once it is known which one it is.
    public static bool NeedsPermission => false;

    public static Arn Target(CreateOAuth2TokenRequest request, Call call) =>
        LoginClient.Find(request.TokenInput.ClientId)?.ResourceIn(call.Region, RefreshToken.AccountOf(request.TokenInput.Code ?? request.TokenInput.RefreshToken) ?? "") ?? Arn.Any;

    public static ApiException Refuse(ApiException refusal) => TokenRefusals.Translate(refusal);

    public static ValueTask<CreateOAuth2TokenResponse> HandleAsync(CreateOAuth2TokenRequest request, Reach reach, CancellationToken cancel)
    {
        var (input, call) = (request.TokenInput, reach.Call);
        var proof = PossessionProof.Require(call.Possession, call.Installation.Address, call.Now);
        return input.GrantType == CodeGrant ? ExchangeAsync(input, proof, reach, cancel) : ValueTask.FromResult(Refresh(input, proof, call));
    }

    private static async ValueTask<CreateOAuth2TokenResponse> ExchangeAsync(CreateOAuth2TokenRequestBody input, PossessionProof proof, Reach reach, CancellationToken cancel)
    {
        if (input is not { Code: not null, CodeVerifier: not null, RedirectUri: not null, RefreshToken: null })
        {
            throw TokenRefusals.Invalid("The grant type authorization_code needs code, codeVerifier and redirectUri, and no refreshToken.");
        }

        var call = reach.Call;
        if (call.Installation.LoginCodes.Find(input.Code) is not { } code || (code.Ends <= call.Now && !code.IsTaken))
        {
            throw TokenRefusals.CodeExpired();
        }

        if (code.Grant.ClientId != input.ClientId || code.RedirectUri != input.RedirectUri || !code.IsProvenBy(input.CodeVerifier))
        {
            throw TokenRefusals.Invalid("The authorization code was given to another client, for another redirectUri or for another codeVerifier.");
        }

        if (code.IsTaken)
        {
            throw await EndAsync(reach, code.Grant, cancel);
        }

        var caller = RequireCaller(call, code.Grant, input);

        // All that waits comes before the code is used up.
        var identity = await LoginIdentity.SignAsync(reach, caller, code.Grant, call.Now + Life, cancel);
        RequireUse(call, code.Grant, 0, proof);
        if (!code.TryTake())
        {
            throw await EndAsync(reach, code.Grant, cancel);
        }

        return new() { TokenOutput = Issue(call, code.Grant, proof, 1, identity) };
    }

    private static CreateOAuth2TokenResponse Refresh(CreateOAuth2TokenRequestBody input, PossessionProof proof, Call call)
    {
        if (input is not { RefreshToken: not null, Code: null, CodeVerifier: null, RedirectUri: null })
        {
            throw TokenRefusals.Invalid("The grant type refresh_token needs refreshToken, and no code, codeVerifier or redirectUri.");
        }

        if (!RefreshToken.TryRead(call.Installation.Sessions.Messages, input.RefreshToken, out var token))
        {
            throw TokenRefusals.TokenExpired();
        }

        if (token.Grant.ClientId != input.ClientId || !Same(proof.KeyThumbprint, token.KeyThumbprint))
        {
            throw TokenRefusals.Invalid("The refresh token was given to another client, or to the holder of another key.");
        }

        if (token.Grant.Ends <= call.Now)
        {
            throw TokenRefusals.TokenExpired();
        }

        RequireCaller(call, token.Grant, input);
        RequireUse(call, token.Grant, token.Number, proof);
        return new() { TokenOutput = Issue(call, token.Grant, proof, token.Number + 1, identity: null) };
    }

    // From the moment that a code or a token has opened, the trail names whose it is.
    private static Caller RequireCaller(Call call, LoginGrant grant, CreateOAuth2TokenRequestBody input)
    {
        var session = grant.Session;
        if (call.Owner is not { } account || SessionStanding.Find(account, session, grant.AccessKeyId, grant.PasswordOf, grant.Device) is not { } caller
            || (session.ParentSessionId is { } parent && Revocation.Ended(account, session with { SessionId = parent })))
        {
            throw TokenRefusals.CredentialsChanged();
        }

        call.Identified?.Invoke(caller);
        var theirs = call with { Caller = caller, Account = account, Management = call.OwnerManagement };
        return LoginPermission.Judge(theirs, LoginPermission.CreateToken, LoginClient.Find(grant.ClientId)!, input.RedirectUri, input.GrantType) is { } denial
            ? throw TokenRefusals.NotPermitted(denial.Sentence)
            : caller;
    }

    private static void RequireUse(Call call, LoginGrant grant, int number, PossessionProof proof)
    {
        switch (call.Installation.LoginUses.Begin(grant, number, proof.Id, proof.Ends, call.Now))
        {
            case LoginUse.Fresh:
                return;
            case LoginUse.Replayed:
                throw TokenRefusals.Invalid("The DPoP proof was used before.");
            case LoginUse.Spent:
                throw TokenRefusals.TokenExpired();
            default:
                throw TokenRefusals.TooMany();
        }
    }

    private static CreateOAuth2TokenResponseBody Issue(Call call, LoginGrant grant, PossessionProof proof, int number, string? identity)
    {
        // The moment of the sign-in stays that of all its credentials: a policy that denies older sessions bears on them [AU-340].
        var ends = call.Now + Life < grant.Ends ? call.Now + Life : grant.Ends;
        var refresh = new RefreshToken { Grant = grant, KeyThumbprint = proof.KeyThumbprint, Number = number };
        if (!refresh.TrySeal(call.Installation.Sessions.Messages, out var text)
            || call.Installation.TryIssue(grant.Session.Account, _ => grant.Session with { Expires = ends }, livesUntil: grant.Ends) is not { } issued)
        {
            throw TokenRefusals.Invalid("The session has more policies and tags than a login can carry.");
        }

        return new()
        {
            AccessToken = new() { AccessKeyId = issued.AccessKeyId, SecretAccessKey = issued.SecretAccessKey, SessionToken = issued.Token },
            TokenType = "aws_sigv4",
            ExpiresIn = (int)(ends - call.Now).TotalSeconds,
            RefreshToken = text,
            IdToken = identity,
        };
    }

    private static async ValueTask<ApiException> EndAsync(Reach reach, LoginGrant grant, CancellationToken cancel)
    {
        await reach.ChangeInAsync(
            grant.Session.Account,
            draft =>
            {
                LoginEnding.End(draft, grant.Session);
                return true;
            },
            cancel);
        return TokenRefusals.CodeExpired();
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
