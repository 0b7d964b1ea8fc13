namespace Gatehouse.PolicyEngine;

/// <summary>One test of a <c>Condition</c>: an operator, a key, and the values wanted.</summary>
/// <param name="Operator">The operator as written, prefix and <c>IfExists</c> included.</param>
/// <param name="Key">The key as written.</param>
/// <param name="Values">The values; numbers and booleans as they were written (PL-11).</param>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values);
