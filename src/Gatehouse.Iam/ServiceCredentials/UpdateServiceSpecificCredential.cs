using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>Turns a credential off or on again.</summary>
internal sealed class UpdateServiceSpecificCredential : IWrite<UpdateServiceSpecificCredentialRequest, UpdateServiceSpecificCredentialResponse>
{
    public static Arn Target(UpdateServiceSpecificCredentialRequest request, Call call) => Credentials.Target(request.UserName, request.ServiceSpecificCredentialId, call);

    public static void Require(UpdateServiceSpecificCredentialRequest request, Call call, Requirements needs) =>
        Credentials.Require(request.UserName, request.ServiceSpecificCredentialId, call, needs);

    public static UpdateServiceSpecificCredentialResponse Handle(UpdateServiceSpecificCredentialRequest request, Draft draft)
    {
        var status = Statuses.Read(request.Status);
        draft.Put(draft.Account.RequireCredential(request.UserName, request.ServiceSpecificCredentialId).Credential with { Status = status });
        return new();
    }
}
