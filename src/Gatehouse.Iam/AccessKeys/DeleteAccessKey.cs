using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Deletes an access key, in use or not.</summary>
internal sealed class DeleteAccessKey : IWrite<DeleteAccessKeyRequest, DeleteAccessKeyResponse>
{
    public static Arn Target(DeleteAccessKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteAccessKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static DeleteAccessKeyResponse Handle(DeleteAccessKeyRequest request, Draft draft)
    {
        var key = KeyOwner.Of(request.UserName, draft.Call, draft.Account).RequireKey(draft.Account, request.AccessKeyId);
        draft.Remove(key);
        KeySessions.End(draft, key);
        return new();
    }
}
