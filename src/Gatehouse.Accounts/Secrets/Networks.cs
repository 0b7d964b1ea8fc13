using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gatehouse.Accounts.Secrets;

/// <summary>What counts as one place when failures are counted.</summary>
public static class Networks
{
    /// <summary>The network of an address: its /24 or /64 [AU-11]; zero for none.</summary>
    public static UInt128 Of(IPAddress? address) => Of(address, keptOfOlder: 3);

    /// <summary>The address itself, as far as one customer has one: of the newer protocol its /64 [AU-705]; zero for none.</summary>
    public static UInt128 HostOf(IPAddress? address) => Of(address, keptOfOlder: 4);

    private static UInt128 Of(IPAddress? address, int keptOfOlder)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.TryWriteBytes(bytes, out _))
        {
            return 0;
        }

        // The same address in the form of the newer protocol is the same network.
        var mapped = address.IsIPv4MappedToIPv6;
        if (mapped)
        {
            bytes[12..].CopyTo(bytes);
        }

        bytes[(mapped || address.AddressFamily == AddressFamily.InterNetwork ? keptOfOlder : 8)..].Clear();
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
