using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.InteropServices;
using Gatehouse.Accounts;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Requests;

namespace Gatehouse.Server.Monitoring;

/// <summary>The meter <c>Gatehouse</c>: numbers that are counted anyway, read when somebody looks.</summary>
/// <remarks>Every instrument is observable, so that a request pays for its counting and never for its telling.</remarks>
internal sealed class GatehouseMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    internal const string Name = "Gatehouse";

    private readonly Services services;
    private readonly AuditTrail trail;

    public GatehouseMeter(Services services, AuditTrail trail, AuditLane lane, AccountDirectory accounts, StoreHealth health, Installation installation)
    {
        (this.services, this.trail) = (services, trail);
        Meter = new(Name, Version);
        Meter.CreateObservableCounter("gatehouse.requests", Requests, "{request}", "Requests answered, by service, operation and outcome.");
        Meter.CreateObservableCounter(
            "gatehouse.audit.events",
            () => new[] { Measure(lane.Kept, "kept"), Measure(lane.Shed, "shed") },
            "{event}",
            "Audit events of requests that changed nothing: kept, or shed because there were too many. Those of changes are in their commits.");
        Meter.CreateObservableGauge("gatehouse.accounts.loaded", () => accounts.LoadedSlots.Count(), "{account}", "Accounts in memory.");
        Meter.CreateObservableCounter(
            "gatehouse.federation.turned_away", () => installation.Proofs?.TurnedAway ?? 0, "{proof}", "Proofs of identity that are good once, refused because there were too many to remember.");
        Meter.CreateObservableGauge("gatehouse.store.healthy", () => health.Healthy ? 1 : 0, null, "Whether the store answers: 1 or 0.");
        Meter.CreateObservableGauge("gatehouse.build.info", Build, null, "Always 1; its labels tell what is running.");
    }

    /// <summary>Our version, without the commit it was built from.</summary>
    internal static string Version { get; } =
        typeof(GatehouseMeter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The meter.</summary>
    internal Meter Meter { get; }

    /// <summary>How long requests took, by operation; beside the meter, which has no histogram that is read rather than told.</summary>
    internal IEnumerable<(KeyValuePair<string, string>[] Labels, OperationNumbers Numbers)> Durations =>
        Called.Select(called => (new KeyValuePair<string, string>[] { new("service", called.Service), new("operation", called.Operation) }, called.Numbers));

    // What was never called is left out: the models have hundreds of operations.
    private IEnumerable<(string Service, string Operation, OperationNumbers Numbers)> Called => services.All
        .Select(known => (known.Contract.Service.Name, known.Contract.Name, known.Numbers))
        .Append(("unknown", "unknown", trail.Unrouted))
        .Where(known => known.Item3.Total > 0);

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    private static Measurement<long> Measure(long value, string result) => new(value, new KeyValuePair<string, object?>("result", result));

    private static Measurement<int> Build() => new(
        1,
        new KeyValuePair<string, object?>("version", Version),
        new KeyValuePair<string, object?>("runtime", RuntimeInformation.FrameworkDescription));

    private IEnumerable<Measurement<long>> Requests()
    {
        foreach (var (service, operation, numbers) in Called)
        {
            yield return Of("succeeded", numbers.Succeeded);
            yield return Of("denied", numbers.Denied);
            yield return Of("refused", numbers.Refused);
            yield return Of("failed", numbers.Failed);

            Measurement<long> Of(string outcome, long count) => new(
                count,
                new KeyValuePair<string, object?>("service", service),
                new KeyValuePair<string, object?>("operation", operation),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
