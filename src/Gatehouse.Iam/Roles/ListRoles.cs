using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Roles;

/// <summary>Lists the roles under a path, in the order of their names.</summary>
/// <remarks>Waits for the accounts of the users and roles that the trust policies name.</remarks>
internal sealed class ListRoles : IReach<ListRolesRequest, ListRolesResponse>
{
    public static bool Changes => false;

    // [PE-8]: lists are checked on the path they ask for.
    public static Arn Target(ListRolesRequest request, Call call) => Role.ArnOf(call.Account.Id, request.PathPrefix ?? "/", "");

    public static async ValueTask<ListRolesResponse> HandleAsync(ListRolesRequest request, Reach reach, CancellationToken cancel)
    {
        var (call, account) = (reach.Call, reach.Call.Account);
        var prefix = request.PathPrefix ?? "/";
        var page = Paging.Of(account.Roles, request.Marker, request.MaxItems, role => role.Path.StartsWith(prefix, StringComparison.Ordinal));
        var trustees = await Trustees.OfAsync(page.Items, null, reach, cancel);
        return new()
        {
            Roles = page.Items.Select(role => role.DescribeListed(account, trustees.Show(role, account, call))).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
