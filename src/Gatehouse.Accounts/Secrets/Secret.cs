using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Bytes that must not be seen: kept where the collector does not copy them, and wiped when disposed.</summary>
/// <remarks>
/// Whoever makes one or is given one disposes it (AU-216). It prints as <c>***</c> and compares in constant time;
/// <see cref="Bytes"/> is the only way to what it holds.
/// </remarks>
[DebuggerDisplay("***")]
public sealed class Secret : IDisposable
{
    private readonly byte[] bytes;
    private volatile bool wiped;

    /// <summary>Copies the bytes; the caller wipes its own.</summary>
    public Secret(ReadOnlySpan<byte> bytes)
    {
        this.bytes = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(this.bytes);
    }

    private Secret(byte[] pinned) => bytes = pinned;

    /// <summary>How many bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The bytes themselves; do not copy them anywhere that outlives the use.</summary>
    /// <exception cref="ObjectDisposedException">The secret was wiped.</exception>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return bytes;
        }
    }

    /// <summary>The bytes for a call that waits; for keys on their way to the one who wraps them.</summary>
    internal ReadOnlyMemory<byte> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return bytes;
        }
    }

    /// <summary>Makes a secret of text, as UTF-8.</summary>
    public static Secret FromText(ReadOnlySpan<char> text)
    {
        var pinned = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        Encoding.UTF8.GetBytes(text, pinned);
        return new(pinned);
    }

    /// <summary>Makes a secret of random bytes, such as a new key.</summary>
    public static Secret OfRandom(int length)
    {
        var pinned = GC.AllocateArray<byte>(length, pinned: true);
        RandomNumberGenerator.Fill(pinned);
        return new(pinned);
    }

    /// <summary>Takes over an array that was allocated pinned; nobody else may keep it.</summary>
    internal static Secret Over(byte[] pinned) => new(pinned);

    /// <summary>Compares in constant time, for equal lengths.</summary>
    public bool Matches(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(Bytes, other);

    /// <summary>Says <c>***</c>, whatever it holds.</summary>
    public override string ToString() => "***";

    /// <summary>Wipes the bytes.</summary>
    public void Dispose()
    {
        wiped = true;
        CryptographicOperations.ZeroMemory(bytes);
    }
}
