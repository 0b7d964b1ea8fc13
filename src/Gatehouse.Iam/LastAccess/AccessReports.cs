using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.ServiceAuthorization;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>The reports of an account, kept with its activity for seven days.</summary>
internal static class AccessReports
{
    /// <summary>The activity of the caller's account. Whoever calls has made it load.</summary>
    internal static Activity Activity(this Call call) => (call.Installation.Accounts.Loaded(call.Account.Id)
        ?? throw new InvalidOperationException($"Account {call.Account.Id} was not loaded.")).Activity;

    /// <summary>Keeps a report.</summary>
    /// <returns>The id of its job.</returns>
    internal static async ValueTask<string> KeepAsync(this Reach reach, AccessReport report, CancellationToken cancel)
    {
        await reach.Call.Activity().KeepAsync(report, cancel);
        return report.Id;
    }

    /// <summary>A report of the caller's account.</summary>
    /// <exception cref="NoSuchEntityException">There is none of the id, it is another account's or of another kind, or it is older than seven days.</exception>
    internal static AccessReport RequireReport(this Call call, string jobId, bool ofOrganization) =>
        call.Activity().FindReport(jobId, call.Now) is { } report && report.OfOrganization == ofOrganization
            ? report
            : throw new NoSuchEntityException($"Job with id {jobId} does not exist.");

    /// <summary>Where a use stands in an order that begins with the newest.</summary>
    internal static string NewestFirst(DateTimeOffset? time) => (long.MaxValue - (time?.Ticks ?? 0)).ToString("D19");

    /// <summary>What a failed job says.</summary>
    internal static Shapes.ErrorDetails? DescribeFailure(this AccessReport report) => report.Failure is { } message ? new() { Code = "InvalidInput", Message = message } : null;

    /// <summary>The name of a service.</summary>
    internal static string NameOf(this AuthorizationReference reference, string service) => reference.Find(service)?.Name ?? service;
}
