using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>Turns an SSH key off or on again.</summary>
internal sealed class UpdateSSHPublicKey : IWrite<UpdateSSHPublicKeyRequest, UpdateSSHPublicKeyResponse>
{
    public static Arn Target(UpdateSSHPublicKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateSSHPublicKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static UpdateSSHPublicKeyResponse Handle(UpdateSSHPublicKeyRequest request, Draft draft)
    {
        var status = Statuses.Read(request.Status);
        draft.Put(SshKeys.Require(draft.Account, request.UserName, request.SSHPublicKeyId).Key with { Status = status });
        return new();
    }
}
