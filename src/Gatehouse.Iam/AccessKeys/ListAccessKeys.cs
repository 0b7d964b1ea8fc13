using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Lists the access keys of a user or of root, oldest first; never their secrets.</summary>
internal sealed class ListAccessKeys : IRead<ListAccessKeysRequest, ListAccessKeysResponse>
{
    public static Arn Target(ListAccessKeysRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListAccessKeysRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListAccessKeysResponse Handle(ListAccessKeysRequest request, Call call)
    {
        var owner = KeyOwner.Of(request.UserName, call, call.Account);
        var page = Paging.Of(owner.KeysIn(call.Account), KeyOwner.PlaceOf, request.Marker, request.MaxItems);

        // [AU-208]: AWS's status for what is there and takes nobody anywhere; programs know it.
        return new()
        {
            AccessKeyMetadata = page.Items.Select(key => new AccessKeyMetadata
            {
                UserName = owner.Name,
                AccessKeyId = key.Id,
                Status = call.Installation.Keys.StatusOf(key, call.Now).ToString(),
                CreateDate = key.Created,
            }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
