using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Makes a lasting credential. This answer is the only one that ever shows its secret [AU-207].</summary>
internal sealed class CreateAccessKey : IWrite<CreateAccessKeyRequest, CreateAccessKeyResponse>
{
    public static Arn Target(CreateAccessKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(CreateAccessKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static CreateAccessKeyResponse Handle(CreateAccessKeyRequest request, Draft draft)
    {
        var account = draft.Account;
        var owner = KeyOwner.Of(request.UserName, draft.Call, account);
        draft.Call.RequireRoom(IamQuotas.AccessKeysPerUser, owner.KeysIn(account).Count());
        var installation = draft.Call.Installation;
        var id = installation.Ids.NewAccessKeyId("AKIA", account.Id);
        while (account.AccessKeys.Contains(id))
        {
            // [AU-203]: on a clash draw again.
            id = installation.Ids.NewAccessKeyId("AKIA", account.Id);
        }

        var secret = installation.Ids.NewSecretKey();
        using var plain = Secret.FromText(secret);
        var key = new AccessKey
        {
            Id = id,
            UserId = owner.UserId,
            Status = KeyStatus.Active,
            Created = draft.Now,
            Secret = installation.Secrets.Seal(SecretKind.AccessKey, account.Id, id, 1, plain.Bytes),
        };
        draft.Put(key);
        return new()
        {
            AccessKey = new()
            {
                UserName = owner.Name,
                AccessKeyId = id,
                Status = key.Status.ToString(),
                SecretAccessKey = secret,
                CreateDate = key.Created,
            },
        };
    }
}
