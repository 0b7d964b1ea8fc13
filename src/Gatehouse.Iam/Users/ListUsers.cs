using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Lists the users under a path, in the order of their names.</summary>
internal sealed class ListUsers : IRead<ListUsersRequest, ListUsersResponse>
{
    // [PE-8]: lists are checked on the path they ask for.
    public static Arn Target(ListUsersRequest request, Call call) => User.ArnOf(call.Account.Id, request.PathPrefix ?? "/", "");

    public static ListUsersResponse Handle(ListUsersRequest request, Call call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Paging.Of(call.Account.Users, request.Marker, request.MaxItems, user => user.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new()
        {
            Users = page.Items.Select(user => user.DescribeListed(call.Account, UserShape.PasswordLastUsed(call, user.Id))).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
