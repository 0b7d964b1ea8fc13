using System.Text.Json.Serialization;

namespace Gatehouse.Server.Workloads;

/// <summary>What a certificate is traded for, beside the ARNs. The names are those of the model: what is spelled otherwise is ignored.</summary>
internal sealed record CertificateAsk([property: JsonPropertyName("durationSeconds")] int DurationSeconds, [property: JsonPropertyName("roleSessionName")] string? RoleSessionName);
