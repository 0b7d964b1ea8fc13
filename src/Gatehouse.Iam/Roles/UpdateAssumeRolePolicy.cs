using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Replaces a role's trust policy: who may assume it.</summary>
/// <remarks>Waits for the accounts of the users and roles that the trust policy names.</remarks>
internal sealed class UpdateAssumeRolePolicy : IReach<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>
{
    public static bool Changes => true;

    public static Arn Target(UpdateAssumeRolePolicyRequest request, Call call) => RoleSubject.Target(request.RoleName, call);

    public static void Require(UpdateAssumeRolePolicyRequest request, Call call, Requirements needs) =>
        RoleSubject.RequireBounded(request.RoleName, call, needs);

    public static async ValueTask<UpdateAssumeRolePolicyResponse> HandleAsync(UpdateAssumeRolePolicyRequest request, Reach reach, CancellationToken cancel)
    {
        var before = reach.Call.Account.RequireOwnRole(request.RoleName);
        var document = TrustDocuments.Require(request.PolicyDocument, reach.Call);
        var trustees = await Trustees.OfAsync([before], document, reach, cancel);
        return await reach.CommitAsync(
            draft =>
            {
                draft.Put(trustees.Trust(draft.Account.RequireOwnRole(request.RoleName), document, draft.Account));
                return new UpdateAssumeRolePolicyResponse();
            },
            cancel);
    }
}
