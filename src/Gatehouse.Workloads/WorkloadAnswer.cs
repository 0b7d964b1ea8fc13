using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.Workloads;

/// <summary>What a workload is answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Body">The body; dropped for HEAD.</param>
/// <param name="TokenSeconds">The life of the token in the body; null when it is none.</param>
internal sealed record WorkloadAnswer(int Status, string ContentType, byte[] Body, int? TokenSeconds = null)
{
    // AWS: base64 stands as it is, and whoever cuts it out of the text with a shell's tools has it right.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Text.</summary>
    internal static WorkloadAnswer Text(string text) => new(200, "text/plain", Encoding.UTF8.GetBytes(text));

    /// <summary>A refusal as the metadata service writes it: a page, with nothing but the status.</summary>
    internal static WorkloadAnswer Refuse(int status, string reason) => new(status, "text/html", Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="iso-8859-1"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
        	"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
         <head>
          <title>{status} - {reason}</title>
         </head>
         <body>
          <h1>{status} - {reason}</h1>
         </body>
        </html>

        """));

    /// <summary>A refusal as containers read it [AU-820].</summary>
    internal static WorkloadAnswer Refuse(int status, string code, string message) => new(status, "application/json", Json(json =>
    {
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
    }));

    /// <summary>One JSON object.</summary>
    internal static byte[] Json(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The fields of credentials that instances and containers share [AU-811, AU-820].</summary>
    internal static void Write(Utf8JsonWriter json, WorkloadCredentials credentials)
    {
        json.WriteString("AccessKeyId"u8, credentials.AccessKeyId);
        json.WriteString("SecretAccessKey"u8, credentials.SecretAccessKey);
        json.WriteString("Token"u8, credentials.Token);
        json.WriteString("Expiration"u8, Moment(credentials.Expires));
    }

    /// <summary>A moment as these services write it.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
