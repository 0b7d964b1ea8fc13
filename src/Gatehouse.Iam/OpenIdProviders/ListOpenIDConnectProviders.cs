using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Lists the OpenID Connect providers, all at once.</summary>
internal sealed class ListOpenIDConnectProviders : IRead<ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse>
{
    public static Arn Target(ListOpenIDConnectProvidersRequest request, Call call) => Arn.Any;

    public static ListOpenIDConnectProvidersResponse Handle(ListOpenIDConnectProvidersRequest request, Call call)
    {
        return new()
        {
            OpenIDConnectProviderList = call.Account.OpenIdProviders
                .Select(provider => new Contracts.Iam.Shapes.OpenIDConnectProviderListEntry { Arn = provider.ArnIn(call.Account.Id).Text }).ToList(),
        };
    }
}
