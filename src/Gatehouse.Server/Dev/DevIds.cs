using System.Buffers.Binary;
using System.Security.Cryptography;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Server.Dev;

/// <summary>Ids and secrets that are the same on every run, in the order in which they are asked for. For development mode alone: anyone can foretell them.</summary>
internal sealed class DevIds : IdSource
{
    private readonly Lock gate = new();
    private long drawn;

    /// <summary>How far the sequence has come; set to go on from there.</summary>
    internal long Drawn
    {
        get
        {
            lock (gate)
            {
                return drawn;
            }
        }

        set
        {
            lock (gate)
            {
                drawn = value;
            }
        }
    }

    /// <inheritdoc/>
    public override void Fill(Span<byte> bytes)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        lock (gate)
        {
            for (var at = 0; at < bytes.Length; at += block.Length)
            {
                BinaryPrimitives.WriteInt64BigEndian(number, ++drawn);
                SHA256.HashData(number, block);
                block[..Math.Min(block.Length, bytes.Length - at)].CopyTo(bytes[at..]);
            }
        }
    }
}
