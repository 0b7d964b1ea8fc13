using Gatehouse.Accounts;
using Gatehouse.Accounts.Storage;
using Gatehouse.Operations;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Requests;
using Gatehouse.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Server.Seeding;

/// <summary>Does operations as the root user of an account, without a request: the same reading, the same checks, the same commits with their events.</summary>
internal sealed class SeedActor
{
    private const string Name = "gatehouse-seed";

    private readonly Installation installation;
    private readonly AuditTrail audit;
    private readonly Executor executor;
    private readonly Dictionary<string, Destination> destinations;
    private readonly List<string> warnings = [];

    internal SeedActor(Installation installation, IStore store, Settings settings)
    {
        this.installation = installation;
        var log = new RequestLog(NullLogger<RequestLog>.Instance);
        audit = new(new AuditLane(store, installation.Ids, settings, installation.Clock, log, NullLogger<AuditLane>.Instance), installation.Ids, installation.Clock);
        executor = new(installation, store, audit);
        destinations = Offer.Operations.ToDictionary(operation => operation.Action, operation => new Destination(operation.Contract, operation, new()), StringComparer.Ordinal);
    }

    /// <summary>The installation.</summary>
    internal Installation Installation => installation;

    /// <summary>What an operator should know of what was done.</summary>
    internal IReadOnlyList<string> Warnings => warnings;

    /// <summary>Does an operation of IAM.</summary>
    /// <param name="account">The account in which.</param>
    /// <param name="name">The operation, as AWS names it.</param>
    /// <param name="parameters">Its parameters as the Query protocol names them; those that are null are left out.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ApiException">It is refused, in AWS's words.</exception>
    internal async ValueTask<IShape> IamAsync(string account, string name, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancel)
    {
        var form = string.Join('&', parameters.Where(pair => pair.Value is not null)
            .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value!)}"));
        using var wire = new WireRequest("POST", "/", "", FormHeaders.Instance, System.Text.Encoding.UTF8.GetBytes(form));
        return await RunAsync(account, destinations["iam:" + name], wire, cancel);
    }

    /// <summary>Does an operation of Organizations.</summary>
    /// <exception cref="ApiException">It is refused, in AWS's words.</exception>
    internal ValueTask<IShape> OrganizationsAsync(string account, string name, string json, CancellationToken cancel) => JsonAsync(account, "organizations:" + name, json, cancel);

    /// <summary>Does an operation of a service that speaks AWS JSON.</summary>
    /// <param name="account">The account in which.</param>
    /// <param name="action">The action, such as <c>identitystore:CreateUser</c>.</param>
    /// <param name="json">The request.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ApiException">It is refused, in AWS's words.</exception>
    internal async ValueTask<IShape> JsonAsync(string account, string action, string json, CancellationToken cancel)
    {
        using var wire = new WireRequest("POST", "/", "", FormHeaders.Instance, System.Text.Encoding.UTF8.GetBytes(json));
        return await RunAsync(account, destinations[action], wire, cancel);
    }

    /// <summary>Changes an account by hand, recorded as the operation it amounts to.</summary>
    internal async ValueTask ChangeAsync(string account, string name, Action<Draft> change, CancellationToken cancel)
    {
        var slot = (await installation.Accounts.FindAsync(account, cancel))!;
        var call = await CallAsync(slot.Current, cancel);
        var record = RecordOf(call, destinations["iam:" + name], null);
        await installation.Accounts.ChangeAsync(
            slot,
            call,
            draft =>
            {
                change(draft);
                return true;
            },
            _ => audit.NoteOf(record, null),
            cancel);
    }

    /// <summary>A call on behalf of the root user of an account.</summary>
    internal async ValueTask<Call> CallAsync(Account account, CancellationToken cancel)
    {
        var now = installation.Clock.GetUtcNow();
        var management = account is { Exists: true, Profile.Membership: { } membership } ? (await installation.Accounts.FindAsync(membership.ManagementAccount, cancel))?.Current : null;
        return new()
        {
            Caller = account.Exists ? Caller.Root(account, Name, null) : Caller.Anonymous,
            Account = account,
            Owner = account,
            Management = management,
            OwnerManagement = management,
            Installation = installation,
            Now = now.ToWholeSecond(),
            Region = "us-east-1",
            RequestId = Name,
            UserAgent = Name,
        };
    }

    private async ValueTask<IShape> RunAsync(string account, Destination destination, WireRequest wire, CancellationToken cancel)
    {
        var operation = destination.Operation!;
        var slot = (await installation.Accounts.FindAsync(account, cancel))!;
        var message = operation.Read(wire);
        var call = await CallAsync(slot.Current, cancel);
        var record = RecordOf(call, destination, message);
        var answer = await executor.RunAsync(operation, message, call, slot, record, cancel);
        if (record.Warning is { } warning)
        {
            warnings.Add(warning);
        }

        return answer;
    }

    private static AuditRecord RecordOf(Call call, Destination destination, IShape? message) => new()
    {
        Time = call.Now,
        Started = 0,
        RequestId = call.Installation.Ids.NewUuid(),
        UserAgent = Name,
        Destination = destination,
        Caller = call.Caller,
        Message = message,
    };

    private sealed class FormHeaders : IHeaderSource
    {
        internal static readonly FormHeaders Instance = new();

        public string? Find(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? "application/x-www-form-urlencoded" : null;
    }
}
