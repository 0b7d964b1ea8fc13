using System.Threading.Channels;

namespace Gatehouse.Accounts;

/// <summary>Tells the worker that makes credential reports which accounts asked for one since it last looked.</summary>
/// <remarks>Only a bell: each entry stands for a row that is durable already. A request that a stopped process left is rung again by the next one.</remarks>
public sealed class ReportQueue
{
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <summary>Says that an account asked.</summary>
    public void Add(string account) => waiting.Writer.TryWrite(account);

    /// <summary>The next account, when there is one.</summary>
    public ValueTask<string> NextAsync(CancellationToken cancel) => waiting.Reader.ReadAsync(cancel);

    /// <summary>The next account, if there is one now.</summary>
    public bool TryNext(out string account) => waiting.Reader.TryRead(out account!);
}
