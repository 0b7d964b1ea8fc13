using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;

namespace Gatehouse.Organizations;

/// <summary>Where a caller's account stands: outside every organization, a member, or the one that governs.</summary>
internal static class Standing
{
    /// <summary>The organization that the account governs.</summary>
    /// <exception cref="AWSOrganizationsNotInUseException">It belongs to none.</exception>
    /// <exception cref="AccessDeniedException">It is a member of one that another account governs.</exception>
    internal static Organization RequireManagement(this Account account) => account.Organization
        ?? throw (account.Profile.Membership is null
            ? new AWSOrganizationsNotInUseException("Your account is not a member of an organization.")
            : new AccessDeniedException("You don't have permissions to access this resource."));

    /// <summary>The account that governs the caller's organization, which may be the caller's own.</summary>
    /// <exception cref="AWSOrganizationsNotInUseException">It belongs to none.</exception>
    internal static Account RequireMembership(this Call call)
    {
        if (call.Account.Organization is not null)
        {
            return call.Account;
        }

        if (call.Account.Profile.Membership is null)
        {
            throw new AWSOrganizationsNotInUseException("Your account is not a member of an organization.");
        }

        return call.Management ?? throw new InvalidOperationException($"The organization of account {call.Account.Id} was not loaded.");
    }

    /// <summary>The account that governs the caller's organization, if the caller's own is that one or administers a service for it.</summary>
    /// <exception cref="AWSOrganizationsNotInUseException">It belongs to none.</exception>
    /// <exception cref="AccessDeniedException">It is a plain member.</exception>
    internal static Account RequireAdministration(this Call call)
    {
        var management = call.RequireMembership();
        return management.Id == call.Account.Id || management.Members.Find(call.Account.Id) is { Administers.IsEmpty: false }
            ? management
            : throw new AccessDeniedException("You don't have permissions to access this resource.");
    }
}
