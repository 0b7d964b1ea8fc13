using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Gives a user a password for the console; an assumed root gives root the right to choose one.</summary>
/// <remarks>Waits for the lanes in which passwords are hashed.</remarks>
internal sealed class CreateLoginProfile : IReach<CreateLoginProfileRequest, CreateLoginProfileResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateLoginProfileRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(CreateLoginProfileRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static async ValueTask<CreateLoginProfileResponse> HandleAsync(CreateLoginProfileRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var subject = LoginSubject.Of(request.UserName, call, call.Account);
        RequirePassword(request, call);
        subject.RequireNone(call.Account);
        var hash = request.Password is { } password ? await NewPassword.HashAsync(password, null, call, cancel) : null;
        return await reach.CommitAsync(
            draft =>
            {
                var owner = LoginSubject.Of(request.UserName, draft.Call, draft.Account);
                owner.RequireNone(draft.Account);
                if (request.Password is { } given)
                {
                    NewPassword.Require(given, draft.Account);
                }

                var profile = new LoginProfile
                {
                    UserId = owner.UserId,
                    Created = draft.Now,
                    Changed = draft.Now,
                    Password = hash,
                    ResetRequired = request.PasswordResetRequired ?? false,
                };
                draft.Put(profile);
                return new CreateLoginProfileResponse { LoginProfile = owner.Describe(profile) };
            },
            cancel);
    }

    // AWS: an assumed root sets no password, everyone else must.
    private static void RequirePassword(CreateLoginProfileRequest request, Call call)
    {
        var forRoot = request.UserName is null && LoginSubject.IsAssumedRoot(call);
        if (forRoot != request.Password is null)
        {
            throw new CommonException(
                CommonError.Validation,
                forRoot
                    ? "Password must not be specified when calling with an AssumeRoot session"
                    : "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null");
        }
    }
}
