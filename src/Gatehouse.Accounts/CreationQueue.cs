using System.Threading.Channels;

namespace Gatehouse.Accounts;

/// <summary>Tells the worker that makes accounts what was asked for since it last looked.</summary>
/// <remarks>Only a bell: each entry stands for a row that is durable already, and a worker that starts finds those rows without it.</remarks>
public sealed class CreationQueue
{
    private readonly Channel<(string Management, string Creation)> waiting = Channel.CreateUnbounded<(string, string)>(new() { SingleReader = true });

    /// <summary>Says that an account was asked for.</summary>
    /// <param name="management">The management account that asked.</param>
    /// <param name="creation">The id of its request.</param>
    public void Add(string management, string creation) => waiting.Writer.TryWrite((management, creation));

    /// <summary>The next request, when there is one.</summary>
    public ValueTask<(string Management, string Creation)> NextAsync(CancellationToken cancel) => waiting.Reader.ReadAsync(cancel);

    /// <summary>The next request, if there is one now.</summary>
    public bool TryNext(out (string Management, string Creation) next) => waiting.Reader.TryRead(out next);
}
