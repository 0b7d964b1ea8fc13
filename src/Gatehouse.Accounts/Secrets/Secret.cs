using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Makes a secret of text, as UTF-8.</summary>
    public static Secret FromText(ReadOnlySpan<char> text) => Filled(Encoding.UTF8.GetByteCount(text), text, static (bytes, text) => Encoding.UTF8.GetBytes(text, bytes));

    /// <summary>Makes a secret of random bytes, such as a new key.</summary>
    public static Secret OfRandom(int length) => Filled(length, 0, static (bytes, _) => RandomNumberGenerator.Fill(bytes));

    /// <summary>Makes a secret whose bytes are written in place, so that no other copy of them exists.</summary>
    internal static Secret Filled<T>(int length, T state, System.Buffers.SpanAction<byte, T> write)
        where T : allows ref struct
    {
        var pinned = GC.AllocateArray<byte>(length, pinned: true);
        write(pinned, state);
        return new(pinned);
    }

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
