using System.Text.Json.Serialization;

namespace Gatehouse.Server.Workloads;

/// <summary>What is asked for a pod.</summary>
/// <param name="Token">The token that Kubernetes projects into it.</param>
internal sealed record PodAsk([property: JsonPropertyName("token")] string Token);
