namespace Gatehouse.PolicyEngine;

/// <summary>An identity provider that serves many unrelated customers, and what tells them apart (PL-50).</summary>
/// <param name="Host">Its host and path, as in the provider's ARN.</param>
/// <param name="Claim">The claim that a trust policy must test.</param>
public sealed record SharedProvider(string Host, string Claim);
