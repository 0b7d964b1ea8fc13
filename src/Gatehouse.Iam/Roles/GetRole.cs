using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Shows a role, with its trust policy and when it was last used.</summary>
/// <remarks>Waits for the accounts of the users and roles that the trust policy names.</remarks>
internal sealed class GetRole : IReach<GetRoleRequest, GetRoleResponse>
{
    public static bool Changes => false;

    public static Arn Target(GetRoleRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(GetRoleRequest request, Call call, Requirements needs) => RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static async ValueTask<GetRoleResponse> HandleAsync(GetRoleRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var role = call.Account.RequireRole(request.RoleName);
        var trustees = await Trustees.OfAsync([role], null, reach, cancel);
        return new() { Role = role.Describe(call.Account, trustees.Show(role, call.Account, call), call.LastUseOf(role)) };
    }
}
