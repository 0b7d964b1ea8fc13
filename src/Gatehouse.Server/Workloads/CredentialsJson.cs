using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace Gatehouse.Server.Workloads;

/// <summary>How credentials are asked for and printed.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProcessCredentials))]
[JsonSerializable(typeof(CertificateAsk))]
[JsonSerializable(typeof(PodAsk))]
internal sealed partial class CredentialsJson : JsonSerializerContext
{
    /// <summary>Writes base64 as it is, for whoever cuts it out of the text.</summary>
    internal static CredentialsJson Plain { get; } = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });
}
