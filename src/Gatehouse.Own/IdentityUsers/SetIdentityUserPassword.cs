using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IdentityUsers;

/// <summary>Gives a person of the identity store a password, as CreateLoginProfile does for users of IAM. AWS has no call for it.</summary>
/// <remarks>Waits for the lanes in which passwords are hashed.</remarks>
internal sealed class SetIdentityUserPassword : IReach<SetIdentityUserPasswordRequest, SetIdentityUserPasswordResponse>
{
    public static bool Changes => true;

    public static Arn Target(SetIdentityUserPasswordRequest request, Call call) => new IdentitySubject(request.UserName, request.UserId).Target(call.Account);

    public static async ValueTask<SetIdentityUserPasswordResponse> HandleAsync(SetIdentityUserPasswordRequest request, Reach reach, CancellationToken cancel)
    {
        var subject = new IdentitySubject(request.UserName, request.UserId);
        subject.Require(reach.Call.Account);
        return IdentityPasswords.Broken(request.Password) is { } broken
            ? throw new InvalidInputException(broken)
            : await subject.SetPasswordAsync(
                request.Password, request.ResetRequired ?? false, reach, user => new SetIdentityUserPasswordResponse { UserId = user.Id }, cancel);
    }
}
