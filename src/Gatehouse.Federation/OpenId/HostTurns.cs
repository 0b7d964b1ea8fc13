namespace Gatehouse.Federation.OpenId;

/// <summary>Lets two fetches at once go to one host, the others wait [AU-409].</summary>
/// <remarks>Thread-safe. A host that nobody asks is forgotten, so that no number of hosts shuts out the next.</remarks>
internal sealed class HostTurns
{
    private const int FetchesPerHost = 2;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many hosts are being asked.</summary>
    internal int Count
    {
        get
        {
            lock (gate)
            {
                return hosts.Count;
            }
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>The turn, to be disposed of when the fetch is over.</returns>
    internal async ValueTask<IDisposable> EnterAsync(string name, CancellationToken cancel)
    {
        Host? host;
        lock (gate)
        {
            if (!hosts.TryGetValue(name, out host))
            {
                hosts.Add(name, host = new());
            }

            host.Users++;
        }

        try
        {
            await host.Turns.WaitAsync(cancel);
        }
        catch
        {
            Leave(name, host);
            throw;
        }

        return new Turn(this, name, host);
    }

    private void Leave(string name, Host host)
    {
        lock (gate)
        {
            if (--host.Users == 0)
            {
                hosts.Remove(name);
            }
        }
    }

    private sealed class Host
    {
        internal SemaphoreSlim Turns { get; } = new(FetchesPerHost);

        internal int Users { get; set; }
    }

    private sealed class Turn(HostTurns turns, string name, Host host) : IDisposable
    {
        public void Dispose()
        {
            host.Turns.Release();
            turns.Leave(name, host);
        }
    }
}
