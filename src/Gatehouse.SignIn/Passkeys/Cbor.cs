using System.Formats.Cbor;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Reads what authenticators write: CBOR in the one form that CTAP2 allows, so that the same bytes mean the same to everybody.</summary>
internal static class Cbor
{
    /// <summary>How deep CTAP2 lets values be nested.</summary>
    private const int MaxDepth = 4;

    /// <summary>Reads values.</summary>
    /// <exception cref="PasskeyException">The bytes are not such CBOR, or hold something else than is looked for.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes, Func<CborReader, T> read)
    {
        try
        {
            return read(new CborReader(bytes, CborConformanceMode.Ctap2Canonical));
        }
        catch (Exception unreadable) when (unreadable is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }
    }

    /// <summary>Reads a map's beginning, whose size is said.</summary>
    internal static int StartMap(this CborReader reader) => reader.ReadStartMap() ?? throw new PasskeyException(PasskeyFault.Malformed);

    /// <summary>Reads over a map whose meaning is of no interest.</summary>
    internal static void SkipMap(this CborReader reader)
    {
        var outside = reader.CurrentDepth;
        reader.StartMap();
        while (reader.CurrentDepth > outside)
        {
            if (reader.CurrentDepth - outside > MaxDepth)
            {
                throw new PasskeyException(PasskeyFault.Malformed);
            }

            Step(reader);
        }
    }

    private static void Step(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                reader.StartMap();
                break;
            case CborReaderState.EndMap:
                reader.ReadEndMap();
                break;
            case CborReaderState.StartArray:
                _ = reader.ReadStartArray() ?? throw new PasskeyException(PasskeyFault.Malformed);
                break;
            case CborReaderState.EndArray:
                reader.ReadEndArray();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
