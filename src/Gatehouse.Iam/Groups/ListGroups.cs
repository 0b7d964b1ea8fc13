using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Lists the groups under a path, in the order of their names.</summary>
internal sealed class ListGroups : IRead<ListGroupsRequest, ListGroupsResponse>
{
    // [PE-8]: lists are checked on the path they ask for.
    public static Arn Target(ListGroupsRequest request, Call call) => Group.ArnOf(call.Account.Id, request.PathPrefix ?? "/", "");

    public static ListGroupsResponse Handle(ListGroupsRequest request, Call call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Paging.Of(call.Account.Groups, request.Marker, request.MaxItems, group => group.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new()
        {
            Groups = page.Items.Select(group => group.Describe(call.Account)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
