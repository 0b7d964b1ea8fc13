using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lets a member administer a service for the organization no longer.</summary>
internal sealed class DeregisterDelegatedAdministrator : IWrite<DeregisterDelegatedAdministratorRequest, DeregisterDelegatedAdministratorResponse>
{
    public static Arn Target(DeregisterDelegatedAdministratorRequest request, Call call) => Arns.OfAccount(call.Account, request.AccountId);

    public static void Require(DeregisterDelegatedAdministratorRequest request, Call call, Requirements needs) =>
        TrustedServices.RequireMember(request.AccountId, request.ServicePrincipal, call, needs);

    public static DeregisterDelegatedAdministratorResponse Handle(DeregisterDelegatedAdministratorRequest request, Draft draft)
    {
        TrustedServices.RequireAllFeatures(draft.Account.RequireManagement());
        TrustedServices.RequireDelegable(request.ServicePrincipal);
        var member = draft.Account.Members.Find(request.AccountId) ?? throw Refusals.NoAccount();
        var rest = member.Administers.RemoveAll(trust => trust.Service == request.ServicePrincipal);
        if (rest.Length == member.Administers.Length)
        {
            throw TrustedServices.NotRegistered();
        }

        draft.Put(member with { Administers = rest });
        return new();
    }
}
