using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Lists the SAML providers, all at once.</summary>
internal sealed class ListSAMLProviders : IRead<ListSAMLProvidersRequest, ListSAMLProvidersResponse>
{
    public static Arn Target(ListSAMLProvidersRequest request, Call call) => Arn.Any;

    public static ListSAMLProvidersResponse Handle(ListSAMLProvidersRequest request, Call call)
    {
        return new()
        {
            SAMLProviderList = call.Account.SamlProviders.Select(provider => new Contracts.Iam.Shapes.SAMLProviderListEntry
            {
                Arn = provider.ArnIn(call.Account.Id).Text,
                ValidUntil = provider.ValidUntil,
                CreateDate = provider.Created,
            }).ToList(),
        };
    }
}
