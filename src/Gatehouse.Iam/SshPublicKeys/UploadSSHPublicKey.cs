using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>Adds an SSH key to a user, for CodeCommit: RSA of 2048 bits or more.</summary>
internal sealed class UploadSSHPublicKey : IWrite<UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse>
{
    public static Arn Target(UploadSSHPublicKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UploadSSHPublicKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static UploadSSHPublicKeyResponse Handle(UploadSSHPublicKeyRequest request, Draft draft)
    {
        var account = draft.Account;
        var user = account.RequireUser(request.UserName);
        var material = SshKeyMaterial.Read(request.SSHPublicKeyBody);
        var own = account.SshPublicKeys.OwnedBy(user.Id);
        if (own.Any(other => SshKeyMaterial.Read(other.Body).IsSame(material)))
        {
            throw new DuplicateSSHPublicKeyException("The SSH public key is already associated with the specified IAM user.");
        }

        Quotas.Require("SSHPublicKeysPerUser", Quotas.SshPublicKeysPerUser, own.Length);
        var key = new SshPublicKey
        {
            Id = draft.Call.Installation.Ids.NewAccessKeyId("APKA", account.Id),
            UserId = user.Id,
            Body = request.SSHPublicKeyBody.Trim(),
            Fingerprint = material.Fingerprint,
            Status = KeyStatus.Active,
            Uploaded = draft.Now,
        };
        draft.Put(key);
        return new() { SSHPublicKey = key.Describe(user, key.Body) };
    }
}
