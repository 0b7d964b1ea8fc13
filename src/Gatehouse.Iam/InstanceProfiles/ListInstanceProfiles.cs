using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Lists the instance profiles under a path, in the order of their names.</summary>
/// <remarks>Waits for the accounts of the users and roles that the roles' trust policies name.</remarks>
internal sealed class ListInstanceProfiles : IReach<ListInstanceProfilesRequest, ListInstanceProfilesResponse>
{
    public static bool Changes => false;

    // [PE-8]: lists are checked on the path they ask for.
    public static Arn Target(ListInstanceProfilesRequest request, Call call) => InstanceProfile.ArnOf(call.Account.Id, request.PathPrefix ?? "/", "");

    public static async ValueTask<ListInstanceProfilesResponse> HandleAsync(ListInstanceProfilesRequest request, Reach reach, CancellationToken cancel)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Paging.Of(
            reach.Call.Account.InstanceProfiles, request.Marker, request.MaxItems, profile => profile.Path.StartsWith(prefix, StringComparison.Ordinal));
        var shape = await ProfileShape.OfAsync(page.Items, reach, cancel);
        return new()
        {
            InstanceProfiles = page.Items.Select(profile => shape.Describe(profile, null)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
