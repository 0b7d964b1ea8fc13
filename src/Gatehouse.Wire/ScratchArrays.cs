using System.Buffers;

namespace Gatehouse.Wire;

/// <summary>Arrays for the bytes of one request: small ones from the shared pool, large ones made and left to the collector.</summary>
/// <remarks>The shared pool keeps large arrays of every size it ever lent: after many large requests that is memory which nobody uses.</remarks>
public static class ScratchArrays
{
    /// <summary>The largest array, in bytes, that is pooled, and that anything may keep from one request to the next.</summary>
    public const int MostKept = 64 * 1024;

    /// <summary>An array of at least this length, whatever it holds.</summary>
    public static byte[] Rent(int length) => length > MostKept ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

    /// <summary>Gives an array back.</summary>
    /// <param name="array">The array, of any length.</param>
    /// <param name="clear">Whether it held what the next owner must not find.</param>
    public static void Return(byte[] array, bool clear)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Length is > 0 and <= MostKept)
        {
            ArrayPool<byte>.Shared.Return(array, clear);
        }
        else if (clear)
        {
            Array.Clear(array);
        }
    }
}
