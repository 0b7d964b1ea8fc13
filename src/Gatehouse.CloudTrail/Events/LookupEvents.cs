using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.CloudTrail;
using Gatehouse.Contracts.CloudTrail.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.CloudTrail.Events;

/// <summary>Shows what happened in an account, newest first. Waits for the store, which keeps the trail.</summary>
/// <remarks>
/// The work of one page is bounded: a filter that matches little gives short pages, even empty ones, and a token to go on
/// with, as AWS does.
/// </remarks>
internal sealed class LookupEvents : IReach<LookupEventsRequest, LookupEventsResponse>
{
    /// <summary>How many events a page holds when the caller does not say; also the most.</summary>
    internal const int DefaultResults = 50;

    public static bool Changes => false;

    public static Arn Target(LookupEventsRequest request, Call call) => Arn.Any;

    public static async ValueTask<LookupEventsResponse> HandleAsync(LookupEventsRequest request, Reach reach, CancellationToken cancel)
    {
        var attribute = AttributeOf(request);
        var window = WindowOf(request);
        var token = TrailToken.Read(request.NextToken);
        if (request.EventCategory is not null)
        {
            // Only insight events have a category of their own, and there are none: nothing here looks for unusual activity.
            return new() { Events = [] };
        }

        var budget = new TrailBudget();
        var account = reach.Call.Account.Id;
        await using var changes = new TrailStream(reach.Store, Account.StreamOf(account), token.Changes, window, budget, cancel);
        await using var others = new TrailStream(reach.Store, AuditEvent.StreamOf(account), token.Others, window, budget, cancel);
        await changes.MoveAsync();
        await others.MoveAsync();
        var page = new List<Event>();
        while (page.Count < (request.MaxResults ?? DefaultResults) && Newest(changes, others) is { } newest)
        {
            if (newest.Head!.Happened is var happened && window.Holds(happened.Time) && (attribute is null || TrailFilter.Matches(happened, attribute)))
            {
                page.Add(newest.Head.Describe());
            }

            await newest.MoveAsync();
        }

        return new() { Events = page, NextToken = changes.Ended && others.Ended ? null : new TrailToken(changes.Place, others.Place).Text };
    }

    // Null when both have ended, or when the work ran out before it is known which comes first.
    private static TrailStream? Newest(TrailStream changes, TrailStream others) => (changes, others) switch
    {
        ({ Head: { } change }, { Head: { } other }) => change.IsNewerThan(other) ? changes : others,
        ({ Head: not null }, { Ended: true }) => changes,
        ({ Ended: true }, { Head: not null }) => others,
        _ => null,
    };

    private static LookupAttribute? AttributeOf(LookupEventsRequest request) => request.LookupAttributes switch
    {
        null or [] => null,
        [var only] => only,
        _ => throw new InvalidLookupAttributesException("You can specify only one lookup attribute."),
    };

    private static TrailWindow WindowOf(LookupEventsRequest request) => request.StartTime > request.EndTime
        ? throw new InvalidTimeRangeException("The start time must not be later than the end time.")
        : new(request.StartTime, request.EndTime);
}
