using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Parses bodies: bounded in depth, without members given twice (AU-7, EN-6).</summary>
internal static class JsonReading
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    internal static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.IsEmpty ? "{}"u8.ToArray() : body, Options);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new CommonException(CommonError.Malformed, "The body is not JSON, or is nested too deeply, or gives a member twice.");
        }
    }
}
