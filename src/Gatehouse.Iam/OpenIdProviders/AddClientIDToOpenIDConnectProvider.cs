using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Adds an audience to an OpenID Connect provider; one that is there already stays.</summary>
internal sealed class AddClientIDToOpenIDConnectProvider : IWrite<AddClientIDToOpenIDConnectProviderRequest, AddClientIDToOpenIDConnectProviderResponse>
{
    public static Arn Target(AddClientIDToOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(AddClientIDToOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static AddClientIDToOpenIDConnectProviderResponse Handle(AddClientIDToOpenIDConnectProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        draft.Put(provider with { ClientIds = OpenIdSubject.ClientIds(provider.ClientIds, [request.ClientID]) });
        return new();
    }
}
