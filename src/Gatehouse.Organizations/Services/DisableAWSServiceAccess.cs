using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lets a service act in the accounts of the organization no longer; that it may not is no mistake.</summary>
internal sealed class DisableAWSServiceAccess : IWrite<DisableAWSServiceAccessRequest, DisableAWSServiceAccessResponse>
{
    public static Arn Target(DisableAWSServiceAccessRequest request, Call call) => Arn.Any;

    public static void Require(DisableAWSServiceAccessRequest request, Call call, Requirements needs) => TrustedServices.Require(request.ServicePrincipal, needs);

    public static DisableAWSServiceAccessResponse Handle(DisableAWSServiceAccessRequest request, Draft draft)
    {
        var organization = TrustedServices.RequireAllFeatures(draft.Account.RequireManagement());
        TrustedServices.RequireKnown(request.ServicePrincipal);
        if (organization.Trusts(request.ServicePrincipal))
        {
            // AWS: who administers the service for the organization stays registered.
            draft.Put(organization with { TrustedServices = organization.TrustedServices.RemoveAll(trust => trust.Service == request.ServicePrincipal) });
        }

        return new();
    }
}
