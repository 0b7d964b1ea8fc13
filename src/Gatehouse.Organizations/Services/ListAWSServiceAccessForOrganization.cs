using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lists the services that may act in the accounts of the organization, in the order of their names.</summary>
internal sealed class ListAWSServiceAccessForOrganization : IRead<ListAWSServiceAccessForOrganizationRequest, ListAWSServiceAccessForOrganizationResponse>
{
    public static Arn Target(ListAWSServiceAccessForOrganizationRequest request, Call call) => Arn.Any;

    public static ListAWSServiceAccessForOrganizationResponse Handle(ListAWSServiceAccessForOrganizationRequest request, Call call)
    {
        var organization = TrustedServices.RequireAllFeatures(call.RequireAdministration().Organization!);
        var page = Pages.Of(organization.TrustedServices, static trust => trust.Service, request.NextToken, request.MaxResults);
        return new()
        {
            EnabledServicePrincipals = page.Items
                .Select(trust => new EnabledServicePrincipal { ServicePrincipal = trust.Service, DateEnabled = trust.Since }).ToList(),
            NextToken = page.Marker,
        };
    }
}
