using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Lists the profiles of a region.</summary>
internal sealed class ListProfiles : IRead<ListProfilesRequest, ListProfilesResponse>
{
    public static Arn Target(ListProfilesRequest request, Call call) => Arn.Any;

    public static ListProfilesResponse Handle(ListProfilesRequest request, Call call)
    {
        var page = Pages.Of(call.Account.AnywhereProfiles.Where(one => one.Region == call.Region), one => one.Id, request.NextToken, request.PageSize);
        return new() { Profiles = page.Items.Select(one => one.Describe(call.Account.Id)).ToList(), NextToken = page.Marker };
    }
}
