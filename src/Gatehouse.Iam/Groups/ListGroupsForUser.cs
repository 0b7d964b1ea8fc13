using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Lists the groups a user belongs to, in the order of their names.</summary>
internal sealed class ListGroupsForUser : IRead<ListGroupsForUserRequest, ListGroupsForUserResponse>
{
    public static Arn Target(ListGroupsForUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListGroupsForUserRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListGroupsForUserResponse Handle(ListGroupsForUserRequest request, Call call)
    {
        var groups = call.Account.RequireUser(request.UserName).Groups
            .Select(id => call.Account.Groups.FindById(id)!)
            .OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase);
        var page = Paging.Of(groups, group => group.Name.ToUpperInvariant(), request.Marker, request.MaxItems);
        return new()
        {
            Groups = page.Items.Select(group => group.Describe(call.Account)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
