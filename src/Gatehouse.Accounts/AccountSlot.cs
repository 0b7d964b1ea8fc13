namespace Gatehouse.Accounts;

/// <summary>Where an account's newest snapshot stands.</summary>
/// <remarks>Reading <see cref="Current"/> takes no lock. Writes go through <see cref="AccountDirectory"/>, one at a time.</remarks>
public sealed class AccountSlot : IDisposable
{
    private Account current;

    internal AccountSlot(Account account, Activity activity)
    {
        current = account;
        Activity = activity;
    }

    /// <summary>The newest snapshot this node knows.</summary>
    public Account Current
    {
        get => Volatile.Read(ref current);
        internal set => Volatile.Write(ref current, value);
    }

    /// <summary>When the account's credentials and roles were last used.</summary>
    public Activity Activity { get; }

    internal SemaphoreSlim Gate { get; } = new(1, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        Gate.Dispose();
        Activity.Dispose();
    }
}
