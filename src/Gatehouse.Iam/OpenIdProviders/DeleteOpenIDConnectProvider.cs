using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Forgets an OpenID Connect provider; one that is not there is forgotten already. Roles that name it are left as they are.</summary>
internal sealed class DeleteOpenIDConnectProvider : IWrite<DeleteOpenIDConnectProviderRequest, DeleteOpenIDConnectProviderResponse>
{
    public static Arn Target(DeleteOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(DeleteOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static DeleteOpenIDConnectProviderResponse Handle(DeleteOpenIDConnectProviderRequest request, Draft draft)
    {
        OpenIdSubject.RequireArn(request.OpenIDConnectProviderArn);
        if (draft.Account.FindOpenId(request.OpenIDConnectProviderArn) is { } provider)
        {
            draft.Remove(provider);
        }

        return new();
    }
}
