using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>Makes a user name and password, or an API key, for one service. This answer is the only one that shows the secret.</summary>
internal sealed class CreateServiceSpecificCredential : IWrite<CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse>
{
    public static Arn Target(CreateServiceSpecificCredentialRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(CreateServiceSpecificCredentialRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:ServiceSpecificCredentialServiceName", request.ServiceName)
            .Key("iam:ServiceSpecificCredentialAgeDays", Credentials.Number(request.CredentialAgeDays));
    }

    public static CreateServiceSpecificCredentialResponse Handle(CreateServiceSpecificCredentialRequest request, Draft draft)
    {
        var account = draft.Account;
        var user = account.RequireUser(request.UserName);
        var kind = ServiceKinds.Require(request.ServiceName);
        if (request.CredentialAgeDays is not null && kind.ApiKey is null)
        {
            throw new CommonException(CommonError.Validation, $"CredentialAgeDays is not supported for the service {kind.Name}");
        }

        var own = account.ServiceCredentials.OwnedBy(user.Id).Where(other => other.Service == kind.Name).ToList();
        Quotas.Require("ServiceSpecificCredentialsPerUser", Quotas.ServiceCredentialsPerUser, own.Count);
        var (credential, secret) = draft.Sealed(new()
        {
            Id = draft.Call.Installation.Ids.NewAccessKeyId("ACCA", account.Id),
            UserId = user.Id,
            Service = kind.Name,
            Alias = NewAlias(user.Name, account.Id, own),
            Status = KeyStatus.Active,
            Created = draft.Now,
            Expires = request.CredentialAgeDays is { } days ? draft.Now.AddDays(days) : null,
            SecretVersion = 1,
            Secret = new("", "", "", ""),
        });
        draft.Put(credential);
        return new() { ServiceSpecificCredential = credential.Describe(user, secret, draft.Now) };
    }

    // AWS: alice-at-111122223333, and alice+1-at-111122223333 for the one beside it.
    private static string NewAlias(string user, string account, List<ServiceCredential> own) =>
        Enumerable.Range(0, own.Count + 1)
            .Select(number => $"{user}{(number == 0 ? "" : $"+{number}")}-at-{account}")
            .First(alias => own.TrueForAll(other => other.Alias != alias));
}
