namespace Gatehouse.PolicyEngine;

/// <summary>An answer that no policy can change.</summary>
/// <param name="Allowed">The request may go on.</param>
/// <param name="Message">AWS's sentence for a refusal, where it has one of its own.</param>
public sealed record FixedAnswer(bool Allowed, string? Message);
