using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Users;

/// <summary>Shows a user; without a name, the caller's own, or root.</summary>
internal sealed class GetUser : IRead<GetUserRequest, GetUserResponse>
{
    public static Arn Target(GetUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(GetUserRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static GetUserResponse Handle(GetUserRequest request, Call call)
    {
        if (request.UserName is null && call.Caller.Kind == CallerKind.Root)
        {
            return new() { User = DescribeRoot(call.Account, UserShape.PasswordLastUsed(call, Accounts.Account.RootOwner)) };
        }

        var user = call.Account.RequireUser(Subject.NameOf(request.UserName, call));
        return new() { User = user.Describe(call.Account, UserShape.PasswordLastUsed(call, user.Id)) };
    }

    /// <summary>AWS: root is shown as a user whose id is the account's number.</summary>
    internal static Shapes.User DescribeRoot(Accounts.Account account, DateTimeOffset? passwordLastUsed = null) => new()
    {
        Arn = Arn.Root(account.Id).Text,
        CreateDate = account.Profile.Created,
        Path = "/",
        UserId = account.Id,
        UserName = "root",
        PasswordLastUsed = passwordLastUsed,
    };
}
