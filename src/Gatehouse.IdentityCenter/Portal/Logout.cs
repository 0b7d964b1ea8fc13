using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Logins;
using Gatehouse.Contracts.Sso;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>Ends what a token is of: it, and those that would come after it. Credentials that it got go on until they end, as AWS's do [AU-852].</summary>
/// <remarks>Waits for the store: what is ended stays ended after a restart.</remarks>
internal sealed class Logout : IReach<LogoutRequest, LogoutResponse>
{
    public static bool Changes => true;

    public static bool NeedsPermission => false;

    public static Arn Target(LogoutRequest request, Call call) => Bearer.TargetOf(request.AccessToken);

    public static ApiException Refuse(ApiException refusal) => Bearer.Refuse(refusal);

    public static async ValueTask<LogoutResponse> HandleAsync(LogoutRequest request, Reach reach, CancellationToken cancel)
    {
        var bearer = Bearer.Require(request.AccessToken, reach.Call);
        await reach.ChangeInAsync(
            bearer.Owner.Id,
            draft =>
            {
                LoginEnding.End(draft, bearer.Token.Grant.Note());
                return true;
            },
            cancel);
        return new();
    }
}
