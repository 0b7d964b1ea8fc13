using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Puts a role into an instance profile, so that machines can be given it.</summary>
internal sealed class AddRoleToInstanceProfile : IWrite<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse>
{
    public static Arn Target(AddRoleToInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    // [PE-86]: whoever fills a profile hands the role to EC2.
    public static void Require(AddRoleToInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs).Pass(RoleSubject.Target(request.RoleName, call), "ec2.amazonaws.com");

    public static AddRoleToInstanceProfileResponse Handle(AddRoleToInstanceProfileRequest request, Draft draft)
    {
        var profile = draft.Account.RequireProfile(request.InstanceProfileName);
        var role = draft.Account.RequireOwnRole(request.RoleName);
        if (profile.RoleId is not null)
        {
            // AWS: the quota is one, and the role that is in already is no exception.
            throw new LimitExceededException("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        }

        draft.Put(profile with { RoleId = role.Id });
        return new();
    }
}
