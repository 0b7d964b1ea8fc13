using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IdentityUsers;

/// <summary>Gives a person of the identity store a password for one sign-in, at which they choose their own. It is told here, and never again.</summary>
/// <remarks>AWS's console does this, by mail or on the screen; AWS has no call for it. Waits for the lanes in which passwords are hashed.</remarks>
internal sealed class ResetIdentityUserPassword : IReach<ResetIdentityUserPasswordRequest, ResetIdentityUserPasswordResponse>
{
    public static bool Changes => true;

    public static Arn Target(ResetIdentityUserPasswordRequest request, Call call) => new IdentitySubject(request.UserName, request.UserId).Target(call.Account);

    public static async ValueTask<ResetIdentityUserPasswordResponse> HandleAsync(ResetIdentityUserPasswordRequest request, Reach reach, CancellationToken cancel)
    {
        var password = reach.Call.Installation.Ids.NewOneTimePassword();
        return await new IdentitySubject(request.UserName, request.UserId).SetPasswordAsync(
            password, resetRequired: true, reach, user => new ResetIdentityUserPasswordResponse { UserId = user.Id, OneTimePassword = password }, cancel);
    }
}
