using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LastAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LastAccess;

/// <summary>Uses that requests would have left, put there without requests, and the reports of them.</summary>
internal static class Uses
{
    /// <summary>The activity of the account.</summary>
    internal static Activity Activity(this AccountFixture account, string id = AccountFixture.Id) =>
        account.Installation.Accounts.FindAsync(id, CancellationToken.None).AsTask().GetAwaiter().GetResult()!.Activity;

    /// <summary>A user asks for an action, now.</summary>
    internal static void Asks(this AccountFixture account, User user, string action) => account.Activity().Note(
        Caller.OfUser(account.Account, user, "AKIAUSERUSERUSERUSER", null), action, action.Split(':')[0], "us-east-1", account.Clock.GetUtcNow());

    /// <summary>The ARN of a user, group or role.</summary>
    internal static string Arn(this IHolder holder) => holder.ArnIn(AccountFixture.Id).Text;

    /// <summary>A holder with one inline policy that allows an action.</summary>
    internal static User Allowing(this AccountFixture account, string name, string action) => account.Put(account.AddUser(name) with { InlinePolicies = [new("p", Document(action))] });

    /// <summary>A document that allows an action.</summary>
    internal static string Document(string action) => Givens.Document.Replace("s3:GetObject", action, StringComparison.Ordinal);

    /// <summary>Makes a report.</summary>
    internal static string Report(this AccountFixture account, string arn, string? granularity = null) =>
        account.Reach<GenerateServiceLastAccessedDetails, GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResponse>(
            new() { Arn = arn, Granularity = granularity }).JobId!;

    /// <summary>Shows a report.</summary>
    internal static GetServiceLastAccessedDetailsResponse Show(this AccountFixture account, string job, int? maxItems = null, string? marker = null) =>
        account.Read<GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse>(
            new() { JobId = job, MaxItems = maxItems, Marker = marker });
}
