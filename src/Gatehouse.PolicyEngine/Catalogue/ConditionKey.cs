namespace Gatehouse.PolicyEngine;

/// <summary>A condition key that AWS defines.</summary>
/// <param name="Name">Its name as AWS spells it; a family of keys ends in <c>/</c> or <c>:</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Multivalued">A request may hold several values.</param>
public sealed record ConditionKey(string Name, ConditionKeyType Type, bool Multivalued);
