using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Takes an audience from an OpenID Connect provider; one that is not there is gone already.</summary>
internal sealed class RemoveClientIDFromOpenIDConnectProvider : IWrite<RemoveClientIDFromOpenIDConnectProviderRequest, RemoveClientIDFromOpenIDConnectProviderResponse>
{
    public static Arn Target(RemoveClientIDFromOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(RemoveClientIDFromOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static RemoveClientIDFromOpenIDConnectProviderResponse Handle(RemoveClientIDFromOpenIDConnectProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        draft.Put(provider with { ClientIds = provider.ClientIds.Remove(request.ClientID, StringComparer.Ordinal) });
        return new();
    }
}
