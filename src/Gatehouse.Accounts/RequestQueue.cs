using System.Threading.Channels;

namespace Gatehouse.Accounts;

/// <summary>Tells the worker that finishes requests of a kind what was asked for since it last looked.</summary>
/// <remarks>Only a bell: each entry stands for a row that is durable already, and a worker that starts finds those rows without it.</remarks>
public sealed class RequestQueue
{
    private readonly Channel<(string Account, string Request)> waiting = Channel.CreateUnbounded<(string, string)>(new() { SingleReader = true });

    /// <summary>Says that something was asked for.</summary>
    /// <param name="account">The account that asked.</param>
    /// <param name="request">The id of its request.</param>
    public void Add(string account, string request) => waiting.Writer.TryWrite((account, request));

    /// <summary>The next request, when there is one.</summary>
    public ValueTask<(string Account, string Request)> NextAsync(CancellationToken cancel) => waiting.Reader.ReadAsync(cancel);

    /// <summary>The next request, if there is one now.</summary>
    public bool TryNext(out (string Account, string Request) next) => waiting.Reader.TryRead(out next);
}
