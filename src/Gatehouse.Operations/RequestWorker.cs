using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Operations;

/// <summary>Finishes what accounts asked for in one commit and get in later ones: the worker between them.</summary>
/// <remarks>
/// A request is noted among the <see cref="Names"/> before it is committed, so that a worker that starts finds it without reading every
/// account. Every step can be taken again, so that a worker that stops anywhere goes on there when it starts.
/// One worker of a kind runs at a time in a process.
/// </remarks>
/// <param name="installation">Where it works.</param>
/// <param name="queue">Where it hears of requests.</param>
/// <param name="note">The kind of name under which requests that may be unfinished are noted.</param>
public abstract class RequestWorker(Installation installation, RequestQueue queue, string note)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Where it works.</summary>
    protected Installation Installation => installation;

    /// <summary>Finishes what an earlier process left, then whatever is asked for, until it is stopped.</summary>
    /// <param name="trouble">Told what went wrong with which request; it is tried again.</param>
    /// <param name="cancel">Stops the worker.</param>
    public async Task RunAsync(Action<string, Exception> trouble, CancellationToken cancel)
    {
        Resume();
        var tries = new Dictionary<string, int>(StringComparer.Ordinal);
        while (true)
        {
            var (account, request) = await queue.NextAsync(cancel);
            try
            {
                await FinishAsync(account, request, cancel);
                tries.Remove(request);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One request that cannot be met must not keep the others waiting.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                trouble(request, wrong);

                // A store that is away comes back; anything else may be this request's own, and is given up some time.
                var failed = wrong is StoreUnavailableException ? 0 : tries[request] = tries.GetValueOrDefault(request) + 1;
                await Task.Delay(Pause, installation.Clock, cancel);
                if (failed < MostTries)
                {
                    queue.Add(account, request);
                }
                else if (failed == MostTries)
                {
                    await TryGiveUpAsync(account, request, trouble, cancel);
                }
            }
        }
    }

    /// <summary>Puts the requests that an earlier process left unfinished before the worker.</summary>
    public void Resume()
    {
        foreach (var (request, account) in installation.Names.Of(note))
        {
            queue.Add(account, request);
        }
    }

    /// <summary>Does all that waits now, and returns.</summary>
    public async ValueTask FinishWaitingAsync(CancellationToken cancel)
    {
        while (queue.TryNext(out var next))
        {
            await FinishAsync(next.Account, next.Request, cancel);
        }
    }

    /// <summary>Finishes one request, from wherever it stands.</summary>
    /// <param name="account">The account that asked.</param>
    /// <param name="request">The id of its request.</param>
    /// <param name="cancel">Ends the wait; what is left is done the next time.</param>
    public abstract ValueTask FinishAsync(string account, string request, CancellationToken cancel);

    /// <summary>Ends a request that failed time and again.</summary>
    protected abstract ValueTask GiveUpAsync(string account, string request, CancellationToken cancel);

    /// <summary>Takes the note of a request away, once it has ended.</summary>
    protected async ValueTask ForgetAsync(string account, string request, CancellationToken cancel) =>
        await installation.Names.ReleaseAsync(note, request, account, cancel);

    /// <summary>A call that nobody sent, for changes of an account.</summary>
    protected Call CallFor(string account) => new()
    {
        Caller = Caller.Anonymous,
        Account = Account.None(account),
        Installation = installation,
        Now = installation.Clock.GetUtcNow(),
        Region = "us-east-1",
        RequestId = "",
    };

    private async ValueTask TryGiveUpAsync(string account, string request, Action<string, Exception> trouble, CancellationToken cancel)
    {
        try
        {
            await GiveUpAsync(account, request, cancel);
        }
#pragma warning disable CA1031 // It stays under way, and the next process tries again.
        catch (Exception wrong) when (wrong is not OperationCanceledException)
#pragma warning restore CA1031
        {
            trouble(request, wrong);
        }
    }
}
