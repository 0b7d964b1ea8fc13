using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Turns an access key off or on again [AU-205].</summary>
internal sealed class UpdateAccessKey : IWrite<UpdateAccessKeyRequest, UpdateAccessKeyResponse>
{
    public static Arn Target(UpdateAccessKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateAccessKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static UpdateAccessKeyResponse Handle(UpdateAccessKeyRequest request, Draft draft)
    {
        var status = Statuses.Read(request.Status);
        var key = KeyOwner.Of(request.UserName, draft.Call, draft.Account).RequireKey(draft.Account, request.AccessKeyId);
        draft.Put(key with { Status = status, Secret = key.SealedAnew(draft.Call.Installation.Secrets, draft.Account.Id) });
        if (status == KeyStatus.Active)
        {
            KeySessions.Resume(draft, key);
        }
        else if (key.Status == KeyStatus.Active)
        {
            KeySessions.End(draft, key);
        }

        return new();
    }
}
