using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Makes, changes and takes away the roles of permission sets: the worker between the commits in the instance's account and in others.</summary>
/// <remarks>
/// The order is: first the role, then the commit that says so in the instance's account and ends the request. A worker that stops between finds
/// the request open and does both again. If the permission set became another meanwhile, it begins anew, so that what is said is what is there.
/// </remarks>
public sealed class Provisioner : RequestWorker
{
    /// <summary>The kind of name under which requests that may be unfinished are noted.</summary>
    internal const string Note = "provisioning";

    // AWS: what it says of what it cannot explain.
    private const string Unexpected = "An unexpected internal service exception was encountered";

    private readonly AccountRoles roles;

    /// <summary>Makes the worker of an installation.</summary>
    public Provisioner(Installation installation)
        : base(installation, installation.Provisionings, Note) => roles = new(installation, CallFor);

    /// <inheritdoc/>
    public override async ValueTask FinishAsync(string account, string request, CancellationToken cancel)
    {
        if (await Installation.Accounts.FindAsync(account, cancel) is not { } slot || slot.Current.Provisionings.Find(request) is not { } open)
        {
            // Noted, yet never committed. The note stays, for its request may be about to come.
            return;
        }

        // False: what was decided on is no longer so.
        while (open is { Completed: null } && !await TryAsync(slot, open, cancel))
        {
        }

        await ForgetAsync(account, request, cancel);
    }

    /// <inheritdoc/>
    protected override async ValueTask GiveUpAsync(string account, string request, CancellationToken cancel)
    {
        // Roles that are to go are not left behind: that request stays open, for the next process.
        if (await Installation.Accounts.FindAsync(account, cancel) is { } slot && slot.Current.Provisionings.Find(request) is { Completed: null, Kind: not ProvisioningKind.Removal } open)
        {
            await EndAsync(slot, open, Unexpected, static _ => true, cancel);
            await ForgetAsync(account, request, cancel);
        }
    }

    private ValueTask<bool> TryAsync(AccountSlot slot, ProvisioningRequest open, CancellationToken cancel) => open.Kind switch
    {
        ProvisioningKind.AssignmentCreation => AssignAsync(slot, open, cancel),
        ProvisioningKind.AssignmentDeletion => UnassignAsync(slot, open, cancel),
        ProvisioningKind.Provisioning => ProvisionAsync(slot, open, cancel),
        _ => RemoveAsync(slot, open, cancel),
    };

    private async ValueTask<bool> AssignAsync(AccountSlot slot, ProvisioningRequest open, CancellationToken cancel)
    {
        var (owner, account) = (slot.Current, open.Accounts[0]);
        var set = SetOf(owner, open);
        var failure = set is null ? $"Received a 404 status error: PermissionSet {open.PermissionSetId} was not found."
            : !open.HasPrincipal(owner) ? $"Received a 404 status error: {Principals.TypeOf(open.IsGroup)} {open.PrincipalId} was not found."
            : await PutAsync(owner, set, account, cancel);
        if (failure is not null)
        {
            await RemoveStrayAsync(slot.Current, open, account, cancel);
            return await EndAsync(slot, open, failure, static _ => true, cancel);
        }

        return await EndAsync(
            slot,
            open,
            null,
            draft =>
            {
                if (SetOf(draft.Account, open) != set)
                {
                    return false;
                }

                draft.Put(open.Assignment(account));
                draft.Put(set!.ProvisionedIn([account]));
                return true;
            },
            cancel);
    }

    private async ValueTask<bool> UnassignAsync(AccountSlot slot, ProvisioningRequest open, CancellationToken cancel)
    {
        var (owner, account) = (slot.Current, open.Accounts[0]);
        var (set, gone) = (SetOf(owner, open), open.Assignment(account));
        var last = IsLast(owner, gone);
        if (last)
        {
            await roles.RemoveAsync(account, open.RoleNameIn(account), cancel);
        }
        else if (set is not null && await IsMissingAsync(set, account, cancel) && await PutAsync(owner, set, account, cancel) is { } failure)
        {
            return await EndAsync(slot, open, failure, static _ => true, cancel);
        }

        return await EndAsync(
            slot,
            open,
            null,
            draft =>
            {
                if (SetOf(draft.Account, open) != set || IsLast(draft.Account, gone) != last)
                {
                    return false;
                }

                draft.Remove(gone);
                if (last && set is not null)
                {
                    draft.Put(set with { Provisioned = set.Provisioned.Remove(account), Outdated = set.Outdated.Remove(account) });
                }

                return true;
            },
            cancel);
    }

    private async ValueTask<bool> ProvisionAsync(AccountSlot slot, ProvisioningRequest open, CancellationToken cancel)
    {
        var owner = slot.Current;
        if (SetOf(owner, open) is not { } set)
        {
            foreach (var account in open.Accounts)
            {
                await RemoveStrayAsync(owner, open, account, cancel);
            }

            return await EndAsync(slot, open, $"Received a 404 status error: PermissionSet {open.PermissionSetId} was not found.", static _ => true, cancel);
        }

        var done = new List<string>();
        string? failure = null;
        foreach (var account in open.Accounts.Where(account => open.IsOfOneAccount || set.Provisioned.Contains(account)))
        {
            if (await roles.PutAsync(owner, set, account, cancel) is { } wrong)
            {
                failure ??= wrong;
            }
            else
            {
                done.Add(account);
            }
        }

        return await EndAsync(
            slot,
            open,
            failure,
            draft =>
            {
                if (SetOf(draft.Account, open) != set)
                {
                    return false;
                }

                draft.Put(set.ProvisionedIn(done));
                return true;
            },
            cancel);
    }

    private async ValueTask<bool> RemoveAsync(AccountSlot slot, ProvisioningRequest open, CancellationToken cancel)
    {
        foreach (var role in open.Roles)
        {
            await roles.RemoveAsync(role[..role.IndexOf('/', StringComparison.Ordinal)], role[(role.IndexOf('/', StringComparison.Ordinal) + 1)..], cancel);
        }

        return await EndAsync(slot, open, null, static _ => true, cancel);
    }

    // A role that is as the set is now is left alone.
    private async ValueTask<string?> PutAsync(Account owner, PermissionSet set, string account, CancellationToken cancel) =>
        set.Provisioned.Contains(account) && !set.Outdated.Contains(account) && !await IsMissingAsync(set, account, cancel)
            ? null
            : await roles.PutAsync(owner, set, account, cancel);

    private async ValueTask<bool> IsMissingAsync(PermissionSet set, string account, CancellationToken cancel) =>
        (await Installation.Accounts.FindAsync(account, cancel))?.Current is not { } there || AccountRoles.Find(there, set.RoleNameIn(account)) is null;

    // What an earlier attempt made, and nobody is to have.
    private async ValueTask RemoveStrayAsync(Account owner, ProvisioningRequest open, string account, CancellationToken cancel)
    {
        if (SetOf(owner, open)?.Provisioned.Contains(account) != true)
        {
            await roles.RemoveAsync(account, open.RoleNameIn(account), cancel);
        }
    }

    // The last commit: what the request is about is so, and the request ends, in one.
    private async ValueTask<bool> EndAsync(AccountSlot slot, ProvisioningRequest open, string? failure, Func<Draft, bool> settle, CancellationToken cancel) =>
        await Installation.Accounts.ChangeAsync(
            slot,
            CallFor(slot.Current.Id),
            draft =>
            {
                if (draft.Account.Provisionings.Find(open.Id) is not { Completed: null } still)
                {
                    return true;
                }

                if (!settle(draft))
                {
                    return false;
                }

                // Of an instance that is gone nobody asks any more.
                if (draft.Account.IdentityCenter?.Id != open.InstanceId)
                {
                    draft.Remove(still);
                }
                else
                {
                    draft.Put(still with { Completed = draft.Now, Failure = failure });
                }

                return true;
            },
            null,
            cancel);

    private static PermissionSet? SetOf(Account owner, ProvisioningRequest open) =>
        owner.IdentityCenter?.Id == open.InstanceId ? owner.PermissionSets.FindById(open.PermissionSetId) : null;

    private static bool IsLast(Account owner, AccountAssignment gone) =>
        !AssignmentShape.Of(owner, gone.AccountId, gone.PermissionSetId).Any(other => other.Key != gone.Key);
}
