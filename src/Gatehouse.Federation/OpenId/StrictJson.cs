using System.Text.Json;

namespace Gatehouse.Federation.OpenId;

/// <summary>Reads JSON objects of strangers: bounded in depth, no name twice, nothing lenient [AU-412].</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads an object; null when the bytes are none.</summary>
    internal static JsonDocument? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
