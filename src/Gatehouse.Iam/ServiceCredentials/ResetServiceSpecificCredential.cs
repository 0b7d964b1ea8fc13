using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>Gives a credential another secret, which this answer alone shows; the one before ceases to work at once.</summary>
internal sealed class ResetServiceSpecificCredential : IWrite<ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse>
{
    public static Arn Target(ResetServiceSpecificCredentialRequest request, Call call) => Credentials.Target(request.UserName, request.ServiceSpecificCredentialId, call);

    public static void Require(ResetServiceSpecificCredentialRequest request, Call call, Requirements needs) =>
        Credentials.Require(request.UserName, request.ServiceSpecificCredentialId, call, needs);

    public static ResetServiceSpecificCredentialResponse Handle(ResetServiceSpecificCredentialRequest request, Draft draft)
    {
        var (user, before) = draft.Account.RequireCredential(request.UserName, request.ServiceSpecificCredentialId);
        var (credential, secret) = draft.Sealed(before with { SecretVersion = before.SecretVersion + 1 });
        draft.Put(credential);
        return new() { ServiceSpecificCredential = credential.Describe(user, secret, draft.Now) };
    }
}
