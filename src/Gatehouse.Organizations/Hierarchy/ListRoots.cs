using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Shows the root of the tree, and which kinds of policy are switched on in it. There is one.</summary>
internal sealed class ListRoots : IRead<ListRootsRequest, ListRootsResponse>
{
    public static Arn Target(ListRootsRequest request, Call call) => Arn.Any;

    public static ListRootsResponse Handle(ListRootsRequest request, Call call)
    {
        var organization = call.Account.RequireManagement();
        var page = Pages.Of([organization.RootId], request.NextToken, request.MaxResults);
        return new() { Roots = page.Items.Select(_ => organization.Describe(call.Account)).ToList(), NextToken = page.Marker };
    }
}
