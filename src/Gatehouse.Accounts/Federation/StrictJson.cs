using System.Text.Json;
using System.Text.Unicode;

namespace Gatehouse.Accounts.Federation;

/// <summary>Reads JSON objects of strangers: bounded in depth, no name twice, nothing lenient [AU-412].</summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads an object; null when the bytes are none.</summary>
    public static JsonDocument? TryRead(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                Touch(document.RootElement);
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            document?.Dispose();
            return null;
        }
    }

    // Half a character, written as an escape, is found only by whoever reads the text: that is done here, once, for everybody.
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Touch(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Touch(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }
}
