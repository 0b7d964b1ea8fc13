using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Lists the instance profiles that hold a role, in the order of their names.</summary>
/// <remarks>Waits for the accounts of the users and roles that the role's trust policy names.</remarks>
internal sealed class ListInstanceProfilesForRole : IReach<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse>
{
    public static bool Changes => false;

    public static Arn Target(ListInstanceProfilesForRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(ListInstanceProfilesForRoleRequest request, Call call, Requirements needs) =>
        RoleSubject.Require(request.RoleName, call, needs);

    public static async ValueTask<ListInstanceProfilesForRoleResponse> HandleAsync(
        ListInstanceProfilesForRoleRequest request, Reach reach, CancellationToken cancel)
    {
        var role = reach.Call.Account.RequireRole(request.RoleName);
        var page = Paging.Of(reach.Call.Account.InstanceProfiles, request.Marker, request.MaxItems, profile => profile.RoleId == role.Id);
        var shape = await ProfileShape.OfAsync(page.Items, reach, cancel);
        return new()
        {
            InstanceProfiles = page.Items.Select(profile => shape.Describe(profile, null)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
