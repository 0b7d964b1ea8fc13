using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Services;

/// <summary>Lets a member administer a service for the whole organization.</summary>
internal sealed class RegisterDelegatedAdministrator : IWrite<RegisterDelegatedAdministratorRequest, RegisterDelegatedAdministratorResponse>
{
    public static Arn Target(RegisterDelegatedAdministratorRequest request, Call call) => Arns.OfAccount(call.Account, request.AccountId);

    public static void Require(RegisterDelegatedAdministratorRequest request, Call call, Requirements needs) =>
        TrustedServices.RequireMember(request.AccountId, request.ServicePrincipal, call, needs);

    public static RegisterDelegatedAdministratorResponse Handle(RegisterDelegatedAdministratorRequest request, Draft draft)
    {
        var organization = TrustedServices.RequireAllFeatures(draft.Account.RequireManagement());
        TrustedServices.RequireDelegable(request.ServicePrincipal);
        var member = draft.Account.Members.Find(request.AccountId) ?? throw Refusals.NoAccount();
        if (member.Id == draft.Account.Id)
        {
            throw Refusals.Constraint(
                ConstraintViolationExceptionReason.CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR,
                "You cannot register master account/management account as delegated administrator for your organization.");
        }

        if (member.Suspended)
        {
            throw Refusals.Constraint(
                ConstraintViolationExceptionReason.CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR,
                "You cannot register a suspended account as a delegated administrator.");
        }

        if (!organization.Trusts(request.ServicePrincipal))
        {
            throw Refusals.Constraint(
                ConstraintViolationExceptionReason.SERVICE_ACCESS_NOT_ENABLED,
                "You attempted to register a delegated administrator before you enabled service access. Call the EnableAWSServiceAccess API first.");
        }

        if (member.Administers.Any(trust => trust.Service == request.ServicePrincipal))
        {
            throw new AccountAlreadyRegisteredException("The provided account is already a delegated administrator for your organization.");
        }

        draft.Put(member with { Administers = member.Administers.Add(new(request.ServicePrincipal, draft.Now)) });
        return new();
    }
}
