using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lists the services that a member administers for the organization.</summary>
internal sealed class ListDelegatedServicesForAccount : IRead<ListDelegatedServicesForAccountRequest, ListDelegatedServicesForAccountResponse>
{
    public static Arn Target(ListDelegatedServicesForAccountRequest request, Call call) => Arns.OfAccount(call.Account, request.AccountId);

    public static void Require(ListDelegatedServicesForAccountRequest request, Call call, Requirements needs) =>
        TrustedServices.RequireMember(request.AccountId, null, call, needs);

    public static ListDelegatedServicesForAccountResponse Handle(ListDelegatedServicesForAccountRequest request, Call call)
    {
        var management = call.RequireAdministration();
        TrustedServices.RequireAllFeatures(management.Organization!);
        var member = management.Members.Find(request.AccountId) ?? throw Refusals.NoAccount();
        if (member.Administers.IsEmpty)
        {
            throw TrustedServices.NotRegistered();
        }

        var page = Pages.Of(member.Administers, static trust => trust.Service, request.NextToken, request.MaxResults);
        return new()
        {
            DelegatedServices = page.Items
                .Select(trust => new DelegatedService { ServicePrincipal = trust.Service, DelegationEnabledDate = trust.Since }).ToList(),
            NextToken = page.Marker,
        };
    }
}
