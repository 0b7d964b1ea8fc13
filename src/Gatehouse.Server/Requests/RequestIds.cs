using Gatehouse.Accounts.Identity;

namespace Gatehouse.Server.Requests;

/// <summary>Request ids: unique, cheap, and in the form of a UUID. Nothing rests on their being unpredictable.</summary>
internal sealed class RequestIds
{
    private readonly ulong start;
    private readonly uint process;
    private long count;

    internal RequestIds(IdSource ids)
    {
        Span<byte> random = stackalloc byte[12];
        ids.Fill(random);
        start = BitConverter.ToUInt64(random);
        process = BitConverter.ToUInt32(random[8..]);
    }

    /// <summary>The next id.</summary>
    internal string Next()
    {
        // An odd multiplier visits every 64-bit value once, so ids differ as long as the counter does.
        var number = unchecked((start + (ulong)Interlocked.Increment(ref count)) * 0x9E37_79B9_7F4A_7C15);
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, process);
        BitConverter.TryWriteBytes(bytes[4..], (uint)(number >> 32));
        BitConverter.TryWriteBytes(bytes[8..], (uint)number);
        BitConverter.TryWriteBytes(bytes[12..], process ^ (uint)(number >> 28));
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
