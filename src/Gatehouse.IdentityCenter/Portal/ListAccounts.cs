using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Sso;
using Gatehouse.Contracts.Sso.Shapes;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>Lists the accounts in which the user has a permission set [AU-852].</summary>
internal sealed class ListAccounts : IRead<ListAccountsRequest, ListAccountsResponse>
{
    public static bool NeedsPermission => false;

    public static Arn Target(ListAccountsRequest request, Call call) => Bearer.TargetOf(request.AccessToken);

    public static ApiException Refuse(ApiException refusal) => Bearer.Refuse(refusal);

    public static ListAccountsResponse Handle(ListAccountsRequest request, Call call)
    {
        var bearer = Bearer.Require(request.AccessToken, call);
        var accounts = AssignedRole.Of(bearer.Owner, bearer.User.Id).Select(static held => held.AccountId).Distinct();
        var page = Paging.Of(accounts, static account => account, request.NextToken, request.MaxResults, PortalRefusals.BadToken);
        return new()
        {
            AccountList =
            [
                .. page.Items.Select(account => (account, about: bearer.Describe(account)))
                    .Select(static listed => new AccountInfo { AccountId = listed.account, AccountName = listed.about?.Name, EmailAddress = listed.about?.Email }),
            ],
            NextToken = page.Marker,
        };
    }
}
