using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Members;

/// <summary>Lists the accounts of the organization, the one that governs it among them.</summary>
internal sealed class ListAccounts : IRead<ListAccountsRequest, ListAccountsResponse>
{
    public static Arn Target(ListAccountsRequest request, Call call) => Arn.Any;

    public static ListAccountsResponse Handle(ListAccountsRequest request, Call call)
    {
        call.Account.RequireManagement();
        var page = Pages.Of(call.Account.Members, request.NextToken, request.MaxResults);
        return new() { Accounts = page.Items.Select(member => member.Describe(call.Account)).ToList(), NextToken = page.Marker };
    }
}
