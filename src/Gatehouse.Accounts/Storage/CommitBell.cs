namespace Gatehouse.Accounts.Storage;

/// <summary>Wakes those who wait for commits, without anyone polling.</summary>
/// <remarks>Take <see cref="Next"/> first, then look for commits, then wait: a commit made in between has rung the bell already.</remarks>
public sealed class CommitBell
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the bell rings for the first time from now on.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes everyone who waits.</summary>
    public void Ring() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
