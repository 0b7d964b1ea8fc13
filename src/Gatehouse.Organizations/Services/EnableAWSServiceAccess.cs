using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lets a service act in all accounts of the organization; again is no mistake.</summary>
internal sealed class EnableAWSServiceAccess : IWrite<EnableAWSServiceAccessRequest, EnableAWSServiceAccessResponse>
{
    public static Arn Target(EnableAWSServiceAccessRequest request, Call call) => Arn.Any;

    public static void Require(EnableAWSServiceAccessRequest request, Call call, Requirements needs) => TrustedServices.Require(request.ServicePrincipal, needs);

    public static EnableAWSServiceAccessResponse Handle(EnableAWSServiceAccessRequest request, Draft draft)
    {
        var organization = TrustedServices.RequireAllFeatures(draft.Account.RequireManagement());
        TrustedServices.RequireKnown(request.ServicePrincipal);
        if (!organization.Trusts(request.ServicePrincipal))
        {
            draft.Put(organization with { TrustedServices = organization.TrustedServices.Add(new(request.ServicePrincipal, draft.Now)) });
        }

        return new();
    }
}
