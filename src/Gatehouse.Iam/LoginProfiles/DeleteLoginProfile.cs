using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Takes away a user's password, or root's. Access keys go on working.</summary>
internal sealed class DeleteLoginProfile : IWrite<DeleteLoginProfileRequest, DeleteLoginProfileResponse>
{
    public static Arn Target(DeleteLoginProfileRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteLoginProfileRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static DeleteLoginProfileResponse Handle(DeleteLoginProfileRequest request, Draft draft)
    {
        draft.Remove(LoginSubject.Of(request.UserName, draft.Call, draft.Account).RequireProfile(draft.Account));
        return new();
    }
}
