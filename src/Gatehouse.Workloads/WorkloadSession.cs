using System.Collections.Immutable;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Workloads;

/// <summary>What a session is to say of itself.</summary>
/// <param name="Service">The service that stands for the workload in the role's trust policy.</param>
/// <param name="Name">The session's name.</param>
/// <param name="Delivery">How its credentials reach the workload.</param>
/// <param name="DeliveredTo">The ARN of what they are delivered to; null when it has none.</param>
/// <param name="Keys">The condition keys that come with it.</param>
public sealed record WorkloadSession(string Service, string Name, SessionDelivery Delivery, string? DeliveredTo, ImmutableArray<FederationKey> Keys);
