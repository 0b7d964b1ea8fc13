using System.Collections.Concurrent;
using System.Net;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.SignIn.Sessions;

/// <summary>How many of something each address has: nobody takes all the room that there is for everybody.</summary>
/// <remarks>Thread-safe. Of the newer protocol an address is what one customer has of them.</remarks>
/// <param name="most">How many one may have.</param>
internal sealed class Places(int most)
{
    private readonly ConcurrentDictionary<UInt128, int> taken = new();

    /// <summary>Takes one; false when the address has as many as it may. One that is not known has no bound of its own.</summary>
    internal bool TryEnter(IPAddress? from)
    {
        if (from is null)
        {
            return true;
        }

        var place = Networks.HostOf(from);
        while (true)
        {
            var count = taken.GetOrAdd(place, 0);
            if (count >= most)
            {
                return false;
            }

            if (taken.TryUpdate(place, count + 1, count))
            {
                return true;
            }
        }
    }

    /// <summary>Gives one back that was taken.</summary>
    internal void Leave(IPAddress? from)
    {
        if (from is not null && Networks.HostOf(from) is var place && taken.AddOrUpdate(place, 0, static (_, count) => count - 1) <= 0)
        {
            taken.TryRemove(KeyValuePair.Create(place, 0));
        }
    }
}
