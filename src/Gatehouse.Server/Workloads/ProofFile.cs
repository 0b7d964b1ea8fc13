using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>Files that prove who asks: read anew each time, since whoever runs the machine changes them.</summary>
internal static class ProofFile
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Reads one.</summary>
    /// <exception cref="WorkloadRefusal">It cannot be read, or is too large for what it should be.</exception>
    internal static string Read(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var buffer = new char[MostBytes + 1];
            var length = reader.ReadBlock(buffer);
            return length <= MostBytes ? new(buffer, 0, length) : throw new WorkloadRefusal($"'{file}' is larger than {MostBytes} bytes.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WorkloadRefusal($"'{file}' cannot be read: {unreadable.Message}");
        }
    }
}
