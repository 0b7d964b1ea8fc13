using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Operations;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Authentication;
using Gatehouse.Wire;

namespace Gatehouse.Server.Requests;

/// <summary>Gathers what an operation sees of a request, the accounts it bears on among it.</summary>
internal sealed class Calls(Installation installation, AuditTrail audit)
{
    // One for all calls: the request path allocates none.
    private readonly Action<AuditEvent> keep = audit.Keep;

    /// <summary>Makes the call. Waits only for accounts that are not in memory yet.</summary>
    internal async ValueTask<Call> MakeAsync(Inbound inbound, Proof proof, Operation operation, IShape message, CancellationToken cancel)
    {
        var account = proof.Caller.Account;
        var call = new Call
        {
            Caller = proof.Caller,
            Account = account,
            Installation = installation,
            Now = inbound.Now.ToWholeSecond(),
            Region = proof.Region,
            RequestId = inbound.RequestId,
            Owner = account,
            Secure = inbound.Secure,
            Certificate = proof.Certificate,
            Happened = keep,
        };
        if (operation.Contract.Unsigned)
        {
            return await OfUnsignedAsync(call, inbound, operation, message, cancel);
        }

        if (!operation.NeedsPermission && !operation.Changes)
        {
            return call;
        }

        var management = await installation.Accounts.ManagementOfAsync(account, cancel);
        call = management is null ? call : call with { Management = management, OwnerManagement = management };
        if (!operation.NeedsPermission)
        {
            return call;
        }

        var target = operation.Target(message, call);
        if (target.IsShared || target.IsIn(account.Id))
        {
            return call;
        }

        var other = (await installation.Accounts.FindAsync(target.Account, cancel))?.Current;
        return call with
        {
            Management = management,
            Owner = other,
            OwnerManagement = other is null ? null : await installation.Accounts.ManagementOfAsync(other, cancel),
        };
    }

    // Nobody has signed, so there is no account but the one that the request names.
    private async ValueTask<Call> OfUnsignedAsync(Call call, Inbound inbound, Operation operation, IShape message, CancellationToken cancel)
    {
        var owner = operation.Target(message, call).Account is { Length: 12 } id && id.All(char.IsAsciiDigit) ? (await installation.Accounts.FindAsync(id, cancel))?.Current : null;
        return call with
        {
            Owner = owner,
            OwnerManagement = owner is null ? null : await installation.Accounts.ManagementOfAsync(owner, cancel),
            Network = new RequestKeys(inbound, call.Caller, call.Region, globalService: false),
            SourceAddress = inbound.Address?.ToString(),
            UserAgent = inbound.Find("User-Agent"),
            Possession = inbound.Find("DPoP") is { } proof ? new(proof, inbound.Wire.Method, inbound.Url) : null,
        };
    }
}
