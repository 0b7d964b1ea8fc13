using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Gatehouse.Shapes;

namespace Gatehouse.Own.SignIns;

/// <summary>Lists whose password attempts are slowed down in the caller's account at the moment [AU-705].</summary>
/// <remarks>Names that no user has are there too, without a principal: what was typed is not kept. This node's alone.</remarks>
internal sealed class ListSignInThrottles : IRead<ListSignInThrottlesRequest, ListSignInThrottlesResponse>
{
    public static Arn Target(ListSignInThrottlesRequest request, Call call) => Arn.Any;

    public static ListSignInThrottlesResponse Handle(ListSignInThrottlesRequest request, Call call) => new()
    {
        SignInThrottles =
        [
            .. call.Installation.PasswordGuard.Slowed(call.Account.Id, call.Now).Select(slowed => new Shapes.SignInThrottle
            {
                PrincipalArn = PrincipalOf(slowed.Owner, call.Account)?.Text,
                FailedAttempts = slowed.Count,
                LastFailureTime = slowed.Last,
            }),
        ],
    };

    // A browser that its user has signed in with is counted by itself: the owner, a slash, and the browser's name.
    private static Arn? PrincipalOf(string counted, Account account)
    {
        var owner = counted.Split('/')[0];
        return owner == Account.RootOwner ? Arn.Root(account.Id) : account.Users.FindById(owner)?.ArnIn(account.Id);
    }
}
