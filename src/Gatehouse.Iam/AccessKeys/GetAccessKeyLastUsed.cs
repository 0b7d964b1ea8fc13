using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.Wire;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Tells when, in which service and in which region an access key of the account was last used [AU-209].</summary>
internal sealed class GetAccessKeyLastUsed : IRead<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>
{
    // AWS checks it on the user whose key it is.
    public static Arn Target(GetAccessKeyLastUsedRequest request, Call call) => call.Account.AccessKeys.Find(request.AccessKeyId) switch
    {
        null => Arn.Any,
        { UserId: null } => Arn.Root(call.Account.Id),
        var key => OwnerOf(key, call).ArnIn(call.Account.Id),
    };

    public static void Require(GetAccessKeyLastUsedRequest request, Call call, Requirements needs)
    {
        if (call.Account.AccessKeys.Find(request.AccessKeyId) is { UserId: not null } key)
        {
            needs.ResourceTags(OwnerOf(key, call).Tags);
        }

        needs.PrintAs($"access key {request.AccessKeyId}");
    }

    public static GetAccessKeyLastUsedResponse Handle(GetAccessKeyLastUsedRequest request, Call call)
    {
        if (call.Account.AccessKeys.Find(request.AccessKeyId) is not { } key)
        {
            // AWS: a key that is not the account's is refused as if it were not allowed, whoever asks.
            throw new CommonException(
                CommonError.AccessDenied,
                $"User: {call.Caller.Arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key {request.AccessKeyId}");
        }

        var last = call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.OfKey(key.Id).Last;
        return new()
        {
            UserName = key.UserId is null ? KeyOwner.RootName : OwnerOf(key, call).Name,
            AccessKeyLastUsed = new Shapes.AccessKeyLastUsed
            {
                LastUsedDate = last?.Time,
                ServiceName = last?.Service ?? "N/A",
                Region = last?.Region ?? "N/A",
            },
        };
    }

    // INVARIANT: a user that has keys cannot be deleted, so a key's user exists.
    private static User OwnerOf(AccessKey key, Call call) =>
        call.Account.Users.FindById(key.UserId) ?? throw new InvalidOperationException($"The access key {key.Id} belongs to no user.");
}
