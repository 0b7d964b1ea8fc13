using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.SignIns;

/// <summary>Forgets the failed password attempts of the caller's account, so that nobody is slowed down any more [AU-705].</summary>
/// <remarks>They live in memory only: there is nothing to commit.</remarks>
internal sealed class ClearSignInThrottles : IReach<ClearSignInThrottlesRequest, ClearSignInThrottlesResponse>
{
    public static bool Changes => true;

    public static Arn Target(ClearSignInThrottlesRequest request, Call call) => Arn.Any;

    public static ValueTask<ClearSignInThrottlesResponse> HandleAsync(ClearSignInThrottlesRequest request, Reach reach, CancellationToken cancel) =>
        new(new ClearSignInThrottlesResponse { Cleared = reach.Call.Installation.PasswordGuard.Clear(reach.Call.Account.Id, reach.Call.Now) });
}
