namespace Gatehouse.Accounts.Entities;

/// <summary>That a service is trusted with something since a moment.</summary>
/// <param name="Service">The service principal, such as <c>iam.amazonaws.com</c>.</param>
/// <param name="Since">When that began.</param>
public sealed record ServiceTrust(string Service, DateTimeOffset Since);
