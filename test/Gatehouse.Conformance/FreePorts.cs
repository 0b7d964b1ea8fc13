using System.Net;
using System.Net.Sockets;

namespace Gatehouse.Conformance;

/// <summary>Ports of this machine that nobody has.</summary>
internal static class FreePorts
{
    /// <summary>One that is free now.</summary>
    internal static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
