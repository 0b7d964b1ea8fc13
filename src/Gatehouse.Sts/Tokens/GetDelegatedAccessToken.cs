using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Tokens;

/// <summary>Trades the token that a delegation was answered with for credentials [AU-326].</summary>
/// <remarks>Waits for the account that delegates, which need not be the caller's.</remarks>
internal sealed class GetDelegatedAccessToken : IReach<GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse>
{
    public static bool Changes => false;

    public static Arn Target(GetDelegatedAccessTokenRequest request, Call call) => Arn.Any;

    public static async ValueTask<GetDelegatedAccessTokenResponse> HandleAsync(GetDelegatedAccessTokenRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        if (!TradeInToken.TryRead(call.Installation.Sessions.Messages, request.TradeInToken, out var token))
        {
            throw Refusals.Invalid("The trade-in token is invalid.");
        }

        // Whoever finds a token has found nothing: it is of use to the account that asked for the delegation, and looks like no token to others.
        if (token.Requestor != call.Account.Id)
        {
            throw Refusals.Invalid("The trade-in token is invalid.");
        }

        if (token.Expires <= call.Now)
        {
            throw new ExpiredTradeInTokenException("The trade-in token has expired.");
        }

        if (await reach.FindAccountAsync(token.Account, cancel) is not { Exists: true } account || account.Profile.Suspended || Find(account, token) is not { } principal)
        {
            throw Refusals.Invalid("The trade-in token is invalid.");
        }

        // AWS: the time of the session began when the token was sent, whenever it is traded in.
        var expires = call.Now.AddSeconds(token.Seconds) is var most && most < token.Expires ? most : token.Expires;
        var percent = Sessions.SessionPolicies.Measure(token.Policy, [.. token.PolicyArns], []);
        return new()
        {
            Credentials = Sessions.Issuing.Issue(
                call,
                account.Id,
                percent,
                id => new()
                {
                    Kind = SessionKind.Delegated,
                    Account = account.Id,
                    PrincipalId = token.PrincipalId,
                    PrincipalArn = principal.Text,
                    SessionName = token.SessionName,
                    SessionId = id,
                    SourceKey = call.Caller.SourceKey,
                    Issued = call.Now,
                    Expires = expires,
                    Chained = true,
                    Policy = token.Policy,
                    PolicyArns = [.. token.PolicyArns],
                }),
            PackedPolicySize = percent,
            AssumedPrincipal = principal.Text,
        };
    }

    private static Arn? Find(Account account, TradeInToken token) =>
        account.Users.FindById(token.PrincipalId) is { } user ? user.ArnIn(account.Id)
        : account.Roles.FindById(token.PrincipalId) is { } role ? role.ArnIn(account.Id)
        : null;
}
