using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Takes a role out of an instance profile.</summary>
internal sealed class RemoveRoleFromInstanceProfile : IWrite<RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse>
{
    public static Arn Target(RemoveRoleFromInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(RemoveRoleFromInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs);

    public static RemoveRoleFromInstanceProfileResponse Handle(RemoveRoleFromInstanceProfileRequest request, Draft draft)
    {
        var profile = draft.Account.RequireProfile(request.InstanceProfileName);
        var role = draft.Account.RequireRole(request.RoleName);
        if (profile.RoleId != role.Id)
        {
            throw new NoSuchEntityException($"Role {request.RoleName} in Instance Profile {request.InstanceProfileName} cannot be found.");
        }

        draft.Put(profile with { RoleId = null });
        return new();
    }
}
