using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Requests about the roles of permission sets: how they are made, kept and found.</summary>
internal static class Requests
{
    /// <summary>Commits a request, and has the worker know of it.</summary>
    /// <remarks>Its id is noted first where a worker that starts finds it. A request that is refused leaves no note.</remarks>
    /// <param name="reach">The call.</param>
    /// <param name="ask">Makes the request of an id, or refuses; what else it changes is in the same commit. May run more than once.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal static async ValueTask<ProvisioningRequest> AskAsync(Reach reach, Func<Draft, string, ProvisioningRequest> ask, CancellationToken cancel)
    {
        var (call, installation) = (reach.Call, reach.Call.Installation);
        var id = installation.Ids.NewUuid();
        ask(new Draft(call, call.Account), id);
        await installation.Names.ClaimAsync(Provisioner.Note, id, call.Account.Id, cancel);
        var request = await reach.CommitAsync(
            draft =>
            {
                var asked = ask(draft, id);
                Prune(draft);
                draft.Put(asked);
                return asked;
            },
            cancel);
        installation.Provisionings.Add(call.Account.Id, id);
        return request;
    }

    /// <summary>A request about the assignment of somebody.</summary>
    /// <exception cref="ConflictException">The contrary is under way.</exception>
    /// <exception cref="ThrottlingException">There are as many requests under way as there may be.</exception>
    internal static ProvisioningRequest OfAssignment(ProvisioningKind kind, Draft draft, string id, PermissionSet set, string target, string principalType, string principal)
    {
        var asked = New(kind, draft, id, set) with { Accounts = [target], IsOfOneAccount = true, PrincipalId = principal, IsGroup = Principals.IsGroup(principalType) };
        var contrary = draft.Account.Provisionings.Any(open => open.Completed is null && open.PrincipalId == principal && open.PermissionSetId == set.Id
            && open.Kind != kind && open.IsGroup == asked.IsGroup && open.Accounts[0] == target);
        return contrary ? throw new ConflictException("Another request about the same assignment is under way. Try again later.") : asked;
    }

    /// <summary>A request about a permission set, yet without accounts.</summary>
    /// <exception cref="ThrottlingException">There are as many requests under way as there may be.</exception>
    internal static ProvisioningRequest New(ProvisioningKind kind, Draft draft, string id, PermissionSet set)
    {
        RequireRoom(draft.Account);
        return new()
        {
            Id = id,
            Kind = kind,
            InstanceId = draft.Account.IdentityCenter!.Id,
            PermissionSetId = set.Id,
            PermissionSetName = set.Name,
            Requested = draft.Now,
        };
    }

    /// <summary>A request of a kind.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such instance or request.</exception>
    internal static ProvisioningRequest Require(Account account, string instanceArn, string id, ProvisioningKind kind) =>
        account.RequireInstance(instanceArn) is var instance && account.Provisionings.Find(id) is { } request && request.Kind == kind && request.InstanceId == instance.Id
            ? request
            : throw new ResourceNotFoundException($"Request {Echo.Of(id)} was not found.");

    /// <summary>A page of the requests of a kind, those of a status if one is given.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such instance.</exception>
    internal static Page<ProvisioningRequest> List(Account account, string instanceArn, ProvisioningKind kind, string? status, string? nextToken, int? maxResults)
    {
        var instance = account.RequireInstance(instanceArn);
        return Pages.Of(
            account.Provisionings,
            nextToken,
            maxResults,
            request => request.Kind == kind && request.InstanceId == instance.Id && (status is null || request.Status() == status));
    }

    private static void RequireRoom(Account account)
    {
        if (account.Provisionings.Count(open => open.Completed is null) >= Quotas.RequestsUnderWay)
        {
            throw new ThrottlingException("Too many requests are under way. Try again later.");
        }
    }

    // Finished requests can be asked for a while, and are not kept without bound.
    private static void Prune(Draft draft)
    {
        var finished = draft.Account.Provisionings.Where(request => request.Completed is not null).OrderByDescending(request => request.Requested).ToList();
        foreach (var old in finished.Where((request, place) => place >= Quotas.RequestsKept || request.Completed < draft.Now.AddDays(-Quotas.RequestDays)))
        {
            draft.Remove(old);
        }
    }
}
