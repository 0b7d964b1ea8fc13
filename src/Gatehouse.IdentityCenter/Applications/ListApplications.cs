using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the applications of an instance.</summary>
internal sealed class ListApplications : IRead<ListApplicationsRequest, ListApplicationsResponse>
{
    // The model's own limit: a page holds no more, whatever is asked for.
    private const int MostItems = 50;

    public static Arn Target(ListApplicationsRequest request, Call call) => Arn.Any;

    public static ListApplicationsResponse Handle(ListApplicationsRequest request, Call call)
    {
        call.Account.RequireInstance(request.InstanceArn);
        var page = Pages.Of(
            call.Account.IdentityApplications,
            request.NextToken,
            Math.Min(request.MaxResults ?? MostItems, MostItems),
            application => (request.Filter?.ApplicationAccount is not { } account || account == call.Account.Id)
                && (request.Filter?.ApplicationProvider is not { } provider || provider == application.ProviderArn));
        return new() { Applications = page.Items.Select(application => application.Describe(call.Account)).ToList(), NextToken = page.Marker };
    }
}
