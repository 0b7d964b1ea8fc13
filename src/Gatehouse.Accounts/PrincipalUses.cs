namespace Gatehouse.Accounts;

/// <summary>Which actions one user, role or root user asked for last, and when: the source of last-accessed reports.</summary>
/// <remarks>
/// Attempts count, allowed or not, as they do in AWS. A caller that asks again for what it asked before costs a comparison of two strings and what
/// <see cref="UseMark.Touch"/> costs, and allocates nothing. Thread-safe.
/// </remarks>
public sealed class PrincipalUses
{
    private readonly Activity activity;
    private readonly Lock gate = new();

    // Never changed once it is here: a new action makes a new one.
    private Dictionary<string, ActionUse> actions = new(StringComparer.Ordinal);
    private ActionUse? recent;

    internal PrincipalUses(Activity activity, string id)
    {
        this.activity = activity;
        Id = id;
    }

    /// <summary>The principal's unique id; the account's number for its root user.</summary>
    public string Id { get; }

    /// <summary>Every action it asked for, such as <c>iam:GetUser</c>, with the last use.</summary>
    public IEnumerable<(string Action, LastUse Last)> All =>
        Volatile.Read(ref actions).Values.Where(static use => use.Mark.Last is not null).Select(static use => (use.Action, use.Mark.Last!));

    /// <summary>Notes a use.</summary>
    /// <param name="action">The full name of the action.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="region">The region the request was signed for.</param>
    /// <param name="now">The moment.</param>
    public void Note(string action, string service, string region, DateTimeOffset now)
    {
        var use = Volatile.Read(ref recent);
        if (use is null || !string.Equals(use.Action, action, StringComparison.Ordinal))
        {
            use = Volatile.Read(ref actions).GetValueOrDefault(action) ?? Add(action, null);
            if (use is null)
            {
                return;
            }

            Volatile.Write(ref recent, use);
        }

        use.Mark.Touch(service, region, now);
    }

    /// <returns>Null when the account has noted as many as it may.</returns>
    internal ActionUse? Add(string action, LastUse? last)
    {
        lock (gate)
        {
            if (actions.TryGetValue(action, out var known))
            {
                return known;
            }

            if (!activity.TakeRoom())
            {
                return null;
            }

            var use = new ActionUse(action, new(activity, Activity.ActionKey(Id, action), last));
            Volatile.Write(ref actions, new(actions, StringComparer.Ordinal) { [action] = use });
            return use;
        }
    }

    /// <summary>One action, and where its last use is noted.</summary>
    internal sealed record ActionUse(string Action, UseMark Mark);
}
