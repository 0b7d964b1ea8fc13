namespace Gatehouse.Accounts;

/// <summary>Where the last use of one key or role is noted. The request path holds it, so that noting needs no look-up.</summary>
/// <remarks>
/// One use in each service and region is noted in a span of fifteen minutes, the first [AU-209]: a key that is used here and there by turns is
/// written no more often for that. Thread-safe: the worst race notes a use twice, or forgets that one was noted.
/// </remarks>
public sealed class UseMark
{
    // Regions are the caller's to choose. Past these the oldest is forgotten, and noted again when it comes again.
    private const int MostPlaces = 64;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);
    private readonly Activity activity;

    // The newest first, so that what is used now is found at once. Never changed once it is here: a new use makes a new one.
    private LastUse[] uses;

    internal UseMark(Activity activity, string key, LastUse? last)
    {
        this.activity = activity;
        Key = key;
        uses = last is null ? [] : [last];
    }

    /// <summary>The last use that was noted; null when there was none.</summary>
    public LastUse? Last => Volatile.Read(ref uses) is [var last, ..] ? last : null;

    internal string Key { get; }

    /// <summary>Notes a use. Costs two comparisons when it is as the one noted last, within fifteen minutes.</summary>
    public void Touch(string service, string region, DateTimeOffset now)
    {
        var before = Volatile.Read(ref uses);
        foreach (var use in before)
        {
            if (now - use.Time < Span && IsAt(use, service, region))
            {
                return;
            }
        }

        Add(before, new(now, service, region));
    }

    private void Add(LastUse[] before, LastUse use)
    {
        var live = before.Where(one => use.Time - one.Time < Span).Take(MostPlaces - 1);
        Volatile.Write(ref uses, [use, .. live]);
        activity.Soil(this);
    }

    private static bool IsAt(LastUse use, string service, string region) =>
        string.Equals(use.Service, service, StringComparison.Ordinal) && string.Equals(use.Region, region, StringComparison.Ordinal);
}
