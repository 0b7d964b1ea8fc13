using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Lists the certificate revocation lists of a region.</summary>
internal sealed class ListCrls : IRead<ListCrlsRequest, ListCrlsResponse>
{
    public static Arn Target(ListCrlsRequest request, Call call) => Arn.Any;

    public static ListCrlsResponse Handle(ListCrlsRequest request, Call call)
    {
        var page = Pages.Of(call.Account.RevocationLists.Where(one => one.Region == call.Region), one => one.Id, request.NextToken, request.PageSize);
        return new() { Crls = page.Items.Select(one => one.Describe(call.Account.Id)).ToList(), NextToken = page.Marker };
    }
}
