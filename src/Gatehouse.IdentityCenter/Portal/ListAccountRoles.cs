using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Sso;
using Gatehouse.Contracts.Sso.Shapes;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>Lists the permission sets that the user has in an account [AU-852].</summary>
internal sealed class ListAccountRoles : IRead<ListAccountRolesRequest, ListAccountRolesResponse>
{
    public static bool NeedsPermission => false;

    public static Arn Target(ListAccountRolesRequest request, Call call) => Bearer.TargetOf(request.AccessToken);

    public static ApiException Refuse(ApiException refusal) => Bearer.Refuse(refusal);

    public static ListAccountRolesResponse Handle(ListAccountRolesRequest request, Call call)
    {
        var bearer = Bearer.Require(request.AccessToken, call);
        if (bearer.Describe(request.AccountId) is null)
        {
            throw PortalRefusals.NoAccount();
        }

        var names = AssignedRole.Of(bearer.Owner, bearer.User.Id).Where(held => held.AccountId == request.AccountId).Select(static held => held.PermissionSet.Name);
        var page = Paging.Of(names, static name => name, request.NextToken, request.MaxResults, PortalRefusals.BadToken);
        return new() { RoleList = [.. page.Items.Select(name => new RoleInfo { RoleName = name, AccountId = request.AccountId })], NextToken = page.Marker };
    }
}
