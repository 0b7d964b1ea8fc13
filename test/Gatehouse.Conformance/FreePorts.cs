using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Gatehouse.Conformance;

/// <summary>Ports of this machine that nobody has.</summary>
internal static class FreePorts
{
    // Below the ports that the system gives to connections and to servers that ask for any: none of those takes one before its owner does.
    private const int First = 16_000;
    private const int Count = 16_000;

    private static int next = RandomNumberGenerator.GetInt32(Count);

    /// <summary>One that is free now, and that no other test of this run is given.</summary>
    internal static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody's already: the next.
            }
        }
    }
}
