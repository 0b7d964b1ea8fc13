using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Changes the password of the user who calls, who must know the old one. An expired one may be changed so too [AU-702, AU-703].</summary>
/// <remarks>Waits for the lanes in which passwords are hashed.</remarks>
internal sealed class ChangePassword : IReach<ChangePasswordRequest, ChangePasswordResponse>
{
    public static bool Changes => true;

    public static Arn Target(ChangePasswordRequest request, Call call) => Subject.Target(null, call);

    public static void Require(ChangePasswordRequest request, Call call, Requirements needs) => Subject.Require(null, call, needs);

    public static async ValueTask<ChangePasswordResponse> HandleAsync(ChangePasswordRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        if (call.Caller.Kind != CallerKind.User)
        {
            throw new InvalidUserTypeException("Only IAM Users can change their own password.");
        }

        var before = LoginSubject.Of(null, call, call.Account).RequireProfile(call.Account);
        await RequireOldAsync(request.OldPassword, before, call, cancel);
        var hash = await NewPassword.HashAsync(request.NewPassword, before, call, cancel);
        return await reach.CommitAsync(
            draft =>
            {
                var subject = LoginSubject.Of(null, draft.Call, draft.Account);
                NewPassword.Require(request.NewPassword, draft.Account);
                var profile = NewPassword.RequireSame(before, subject.RequireProfile(draft.Account), subject.Name);
                draft.Put(profile.WithPassword(hash, resetRequired: false, draft.Now));
                return new ChangePasswordResponse();
            },
            cancel);
    }

    private static async ValueTask RequireOldAsync(string password, LoginProfile profile, Call call, CancellationToken cancel)
    {
        var (guard, account, counted) = (call.Installation.PasswordGuard, call.Account.Id, PasswordGuard.ChangeBy(profile.Key));
        if (guard.Begin(account, counted, address: null, call.Now) > TimeSpan.Zero)
        {
            throw PasswordLanes.TooMany();
        }

        if (!await PasswordLanes.WaitAsync(() => call.Installation.Passwords.MatchesAsync(password, profile.Password, cancel)))
        {
            throw new CommonException(CommonError.AccessDenied, "The old password was incorrect.");
        }

        guard.Forgive(account, counted, address: null);
    }
}
