namespace Gatehouse.Server.Workloads;

/// <summary>What a certificate is traded for, beside the ARNs.</summary>
internal sealed record CertificateAsk(int DurationSeconds, string? RoleSessionName);
