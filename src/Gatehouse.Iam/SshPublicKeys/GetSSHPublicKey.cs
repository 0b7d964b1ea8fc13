using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>Shows an SSH key in the encoding that is asked for. A key uploaded as one line keeps its comment.</summary>
internal sealed class GetSSHPublicKey : IRead<GetSSHPublicKeyRequest, GetSSHPublicKeyResponse>
{
    public static Arn Target(GetSSHPublicKeyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(GetSSHPublicKeyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static GetSSHPublicKeyResponse Handle(GetSSHPublicKeyRequest request, Call call)
    {
        var (user, key) = SshKeys.Require(call.Account, request.UserName, request.SSHPublicKeyId);
        var body = request.Encoding switch
        {
            EncodingType.PEM => SshKeyMaterial.Read(key.Body).ToPem(),
            _ when SshKeyMaterial.IsPem(key.Body) => SshKeyMaterial.Read(key.Body).ToLine(),
            _ => key.Body,
        };
        return new() { SSHPublicKey = key.Describe(user, body) };
    }
}
