namespace Gatehouse.Accounts;

/// <summary>Where the last use of one key or role is noted. The request path holds it, so that noting needs no look-up.</summary>
public sealed class UseMark
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);
    private readonly Activity activity;
    private LastUse? last;

    internal UseMark(Activity activity, string key, LastUse? last)
    {
        this.activity = activity;
        Key = key;
        this.last = last;
    }

    /// <summary>The last use; null when there was none.</summary>
    public LastUse? Last => Volatile.Read(ref last);

    internal string Key { get; }

    /// <summary>Notes a use. Costs two comparisons when one in the same service and region was noted within fifteen minutes.</summary>
    public void Touch(string service, string region, DateTimeOffset now)
    {
        if (Last is { } before && now - before.Time < Span
            && string.Equals(before.Service, service, StringComparison.Ordinal) && string.Equals(before.Region, region, StringComparison.Ordinal))
        {
            return;
        }

        Volatile.Write(ref last, new(now, service, region));
        activity.Soil(this);
    }
}
