using System.Text.Json;

namespace Gatehouse.Accounts;

/// <summary>Writes the small JSON objects that no model describes: what events carry, what issuers publish, what our own commands ask.</summary>
public static class JsonObjects
{
    /// <summary>One JSON object in UTF-8.</summary>
    /// <param name="members">Writes its members.</param>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
