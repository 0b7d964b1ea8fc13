using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Removes an instance profile that holds no role.</summary>
internal sealed class DeleteInstanceProfile : IWrite<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse>
{
    public static Arn Target(DeleteInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(DeleteInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs);

    public static DeleteInstanceProfileResponse Handle(DeleteInstanceProfileRequest request, Draft draft)
    {
        var profile = draft.Account.RequireProfile(request.InstanceProfileName);
        Deletion.Require(profile.RoleId is null, "remove roles from instance profile");
        draft.Remove(profile);
        return new();
    }
}
