using System.Text.Json.Serialization;

namespace Gatehouse.Server.Workloads;

/// <summary>How credentials are asked for and printed.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProcessCredentials))]
[JsonSerializable(typeof(CertificateAsk))]
[JsonSerializable(typeof(PodAsk))]
internal sealed partial class CredentialsJson : JsonSerializerContext;
