using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>Deletes a credential that a user has for one service.</summary>
internal sealed class DeleteServiceSpecificCredential : IWrite<DeleteServiceSpecificCredentialRequest, DeleteServiceSpecificCredentialResponse>
{
    public static Arn Target(DeleteServiceSpecificCredentialRequest request, Call call) => Credentials.Target(request.UserName, request.ServiceSpecificCredentialId, call);

    public static void Require(DeleteServiceSpecificCredentialRequest request, Call call, Requirements needs) =>
        Credentials.Require(request.UserName, request.ServiceSpecificCredentialId, call, needs);

    public static DeleteServiceSpecificCredentialResponse Handle(DeleteServiceSpecificCredentialRequest request, Draft draft)
    {
        draft.Remove(draft.Account.RequireCredential(request.UserName, request.ServiceSpecificCredentialId).Credential);
        return new();
    }
}
