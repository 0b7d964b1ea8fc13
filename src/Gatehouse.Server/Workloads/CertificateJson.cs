using System.Text.Json.Serialization;

namespace Gatehouse.Server.Workloads;

/// <summary>How the client of IAM Roles Anywhere writes.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CertificateClient.Credentials))]
[JsonSerializable(typeof(CertificateClient.Ask))]
internal sealed partial class CertificateJson : JsonSerializerContext;
