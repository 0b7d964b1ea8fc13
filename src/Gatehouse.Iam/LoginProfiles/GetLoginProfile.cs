using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Tells whether a user has a password, since when, and whether it must be changed.</summary>
internal sealed class GetLoginProfile : IRead<GetLoginProfileRequest, GetLoginProfileResponse>
{
    public static Arn Target(GetLoginProfileRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(GetLoginProfileRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static GetLoginProfileResponse Handle(GetLoginProfileRequest request, Call call)
    {
        var subject = LoginSubject.Of(request.UserName, call, call.Account);
        return new() { LoginProfile = subject.Describe(subject.RequireProfile(call.Account)) };
    }
}
