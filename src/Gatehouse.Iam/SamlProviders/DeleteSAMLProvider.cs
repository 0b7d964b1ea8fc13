using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Forgets a SAML provider and its private keys. Roles that name it are left as they are.</summary>
internal sealed class DeleteSAMLProvider : IWrite<DeleteSAMLProviderRequest, DeleteSAMLProviderResponse>
{
    public static Arn Target(DeleteSAMLProviderRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(DeleteSAMLProviderRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs);

    public static DeleteSAMLProviderResponse Handle(DeleteSAMLProviderRequest request, Draft draft)
    {
        draft.Remove(draft.Account.RequireSaml(request.SAMLProviderArn));
        return new();
    }
}
