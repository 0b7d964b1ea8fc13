using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Sets a user's password anew, as an administrator does, or says that it must be changed.</summary>
/// <remarks>Waits for the lanes in which passwords are hashed.</remarks>
internal sealed class UpdateLoginProfile : IReach<UpdateLoginProfileRequest, UpdateLoginProfileResponse>
{
    public static bool Changes => true;

    public static Arn Target(UpdateLoginProfileRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateLoginProfileRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static async ValueTask<UpdateLoginProfileResponse> HandleAsync(UpdateLoginProfileRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var before = LoginSubject.Of(request.UserName, call, call.Account).RequireProfile(call.Account);
        var hash = request.Password is { } password ? await NewPassword.HashAsync(password, before, call, cancel) : null;
        return await reach.CommitAsync(
            draft =>
            {
                var subject = LoginSubject.Of(request.UserName, draft.Call, draft.Account);
                var profile = subject.RequireProfile(draft.Account);
                var reset = request.PasswordResetRequired ?? profile.ResetRequired;
                if (hash is not null)
                {
                    NewPassword.Require(request.Password!, draft.Account);
                    profile = NewPassword.RequireSame(before, profile, subject.Name).WithPassword(hash, reset, draft.Now);
                }

                draft.Put(profile with { ResetRequired = reset });
                return new UpdateLoginProfileResponse();
            },
            cancel);
    }
}
