using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Writes what browsers are asked.</summary>
internal static class PasskeyJson
{
    /// <summary>Writes an object.</summary>
    internal static string Write(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(JsonObjects.Write(write));

    /// <summary>Writes which passkeys are meant, and how their authenticators are reached.</summary>
    internal static void WriteCredentials(Utf8JsonWriter json, string name, IEnumerable<MfaDevice> devices)
    {
        json.WriteStartArray(name);
        foreach (var passkey in devices.Select(device => device.Passkey).OfType<Passkey>())
        {
            json.WriteStartObject();
            json.WriteString("type", "public-key");
            json.WriteString("id", passkey.CredentialId);
            json.WriteStartArray("transports");
            foreach (var transport in passkey.Transports)
            {
                json.WriteStringValue(transport);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
