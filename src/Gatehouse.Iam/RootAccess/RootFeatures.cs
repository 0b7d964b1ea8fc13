using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Managing the root users of an organization's members centrally: what is switched on stands with the organization.</summary>
internal static class RootFeatures
{
    internal const string RootCredentialsManagement = "RootCredentialsManagement";
    internal const string RootSessions = "RootSessions";

    private const string Service = "iam.amazonaws.com";

    /// <summary>The account that governs the caller's organization, once the caller's own is found to have a say in this.</summary>
    /// <exception cref="OrganizationNotFoundException">It belongs to none.</exception>
    /// <exception cref="OrganizationNotInAllFeaturesModeException">The organization has only its bills in common.</exception>
    /// <exception cref="AccountNotManagementOrDelegatedAdministratorException">It is a plain member.</exception>
    /// <exception cref="ServiceAccessNotEnabledException">IAM was not let into the organization's accounts.</exception>
    internal static Account Require(Call call) => Require(call.Account, call.Management);

    /// <summary>Switches one on.</summary>
    /// <returns>The organization, as it is then.</returns>
    /// <exception cref="CallerIsNotManagementAccountException">The caller's account administers IAM, but only the management account may do this.</exception>
    internal static Organization Enable(Draft draft, string feature)
    {
        var management = Require(draft.Account, draft.Call.Management);
        if (management.Id != draft.Account.Id)
        {
            throw new CallerIsNotManagementAccountException("The account making the request is not the management account for the organization.");
        }

        return Put(draft, organization => organization.RootFeatures.Contains(feature)
            ? organization
            : organization with { RootFeatures = [.. organization.RootFeatures.Add(feature).Order(StringComparer.Ordinal)] });
    }

    /// <summary>Switches one off.</summary>
    /// <returns>The organization, as it is then.</returns>
    internal static async ValueTask<Organization> DisableAsync(Reach reach, string feature, CancellationToken cancel)
    {
        var management = Require(reach.Call);
        return await reach.CommitInAsync(
            management.Id,
            draft => Put(draft, organization => organization with { RootFeatures = organization.RootFeatures.Remove(feature) }),
            cancel);
    }

    private static Account Require(Account account, Account? management)
    {
        // A draft's own account is newer than the call's.
        var governing = account.Organization is not null ? account : management;
        if (account.Profile.Membership is null || governing?.Organization is not { } organization)
        {
            throw new OrganizationNotFoundException("No organization is associated with your account.");
        }

        if (governing.Id != account.Id && governing.Members.Find(account.Id)?.Administers.Any(trust => trust.Service == Service) is not true)
        {
            throw new AccountNotManagementOrDelegatedAdministratorException(
                "The account making the request is not the management account or delegated administrator account for centralized root access.");
        }

        if (organization.FeatureSet != "ALL")
        {
            throw new OrganizationNotInAllFeaturesModeException("Your organization does not have All features enabled.");
        }

        return organization.Trusts(Service)
            ? governing
            : throw new ServiceAccessNotEnabledException("Trusted access is not enabled for IAM in AWS Organizations.");
    }

    private static Organization Put(Draft draft, Func<Organization, Organization> change)
    {
        var before = draft.Account.Organization ?? throw new OrganizationNotFoundException("No organization is associated with your account.");
        var after = change(before);
        if (after.RootFeatures.Length != before.RootFeatures.Length)
        {
            draft.Put(after);
        }

        return after;
    }
}
