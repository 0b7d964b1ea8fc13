using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Sso;
using Gatehouse.Contracts.Sso.Shapes;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>Gives credentials of the role that a permission set of the user's is in an account [AU-852].</summary>
/// <remarks>Waits for that account when it is not in memory.</remarks>
internal sealed class GetRoleCredentials : IReach<GetRoleCredentialsRequest, GetRoleCredentialsResponse>
{
    public static bool Changes => false;

    public static bool NeedsPermission => false;

    public static Arn Target(GetRoleCredentialsRequest request, Call call) => Bearer.TargetOf(request.AccessToken);

    public static ApiException Refuse(ApiException refusal) => Bearer.Refuse(refusal);

    public static async ValueTask<GetRoleCredentialsResponse> HandleAsync(GetRoleCredentialsRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var bearer = Bearer.Require(request.AccessToken, call);
        if (bearer.Describe(request.AccountId) is null)
        {
            throw PortalRefusals.NoAccount();
        }

        var held = AssignedRole.Of(bearer.Owner, bearer.User.Id).FirstOrDefault(held => held.AccountId == request.AccountId && held.PermissionSet.Name == request.RoleName)
            ?? throw PortalRefusals.NoAccess();
        var target = await reach.FindAccountAsync(request.AccountId, cancel);
        var management = target is null ? null : await call.Installation.Accounts.ManagementOfAsync(target, cancel);
        var issued = PortalRoleSession.TryBegin(call.Installation, bearer.Owner, bearer.User, held, target, management, call) ?? throw PortalRefusals.NoAccess();
        return new()
        {
            RoleCredentials = new()
            {
                AccessKeyId = issued.AccessKeyId,
                SecretAccessKey = issued.SecretAccessKey,
                SessionToken = issued.Token,
                Expiration = issued.Contents.Expires.ToUnixTimeMilliseconds(),
            },
        };
    }
}
