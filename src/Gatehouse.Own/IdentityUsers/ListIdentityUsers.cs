using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Gatehouse.Shapes;

namespace Gatehouse.Own.IdentityUsers;

/// <summary>Lists the people of the account's identity store by name, and whether each can sign in: what AWS's own list does not tell.</summary>
internal sealed class ListIdentityUsers : IRead<ListIdentityUsersRequest, ListIdentityUsersResponse>
{
    public static Arn Target(ListIdentityUsersRequest request, Call call) => Arn.Any;

    public static ListIdentityUsersResponse Handle(ListIdentityUsersRequest request, Call call)
    {
        var page = Paging.Of(call.Account.IdentityUsers, request.NextToken, request.MaxResults, refuse: OwnRefusals.BadToken);
        return new()
        {
            IdentityUsers = page.Items.Select(user => new Shapes.IdentityUser
            {
                UserId = user.Id,
                UserName = user.UserName,
                Disabled = user.Disabled,
                PasswordLastSet = user.PasswordSet,
                ResetRequired = user.PasswordResetRequired,
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
