using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>Deletes an SSH key, in use or not.</summary>
internal sealed class DeleteSSHPublicKey : IWrite<DeleteSSHPublicKeyRequest, DeleteSSHPublicKeyResponse>
{
    public static Arn Target(DeleteSSHPublicKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteSSHPublicKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static DeleteSSHPublicKeyResponse Handle(DeleteSSHPublicKeyRequest request, Draft draft)
    {
        draft.Remove(SshKeys.Require(draft.Account, request.UserName, request.SSHPublicKeyId).Key);
        return new();
    }
}
