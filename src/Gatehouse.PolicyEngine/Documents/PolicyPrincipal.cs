namespace Gatehouse.PolicyEngine;

/// <summary>One entry of a <c>Principal</c> or <c>NotPrincipal</c> element, as written.</summary>
/// <param name="Type">Under which name it stands; the bare <c>"*"</c> stands as <see cref="PolicyPrincipalType.Aws"/>.</param>
/// <param name="Value">What was written.</param>
public sealed record PolicyPrincipal(PolicyPrincipalType Type, string Value);
