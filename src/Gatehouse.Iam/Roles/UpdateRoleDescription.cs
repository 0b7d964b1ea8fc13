using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Changes what is said of a role. UpdateRole does the same and more.</summary>
/// <remarks>Waits for the accounts of the users and roles that the trust policy names, for the answer shows it.</remarks>
internal sealed class UpdateRoleDescription : IReach<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>
{
    public static bool Changes => true;

    public static Arn Target(UpdateRoleDescriptionRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(UpdateRoleDescriptionRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static async ValueTask<UpdateRoleDescriptionResponse> HandleAsync(UpdateRoleDescriptionRequest request, Reach reach, CancellationToken cancel)
    {
        var trustees = await Trustees.OfAsync([reach.Call.Account.RequireLooseRole(request.RoleName)], null, reach, cancel);
        return await reach.CommitAsync(
            draft =>
            {
                var role = draft.Account.RequireLooseRole(request.RoleName) with { Description = RoleSubject.Description(request.Description) };
                draft.Put(role);
                return new UpdateRoleDescriptionResponse
                {
                    Role = role.DescribeBare(draft.Account, trustees.Show(role, draft.Account, draft.Call), role.Description),
                };
            },
            cancel);
    }
}
