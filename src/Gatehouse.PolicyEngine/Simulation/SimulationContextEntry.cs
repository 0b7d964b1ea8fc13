namespace Gatehouse.PolicyEngine;

/// <summary>One entry of <c>ContextEntries</c> (PE-111).</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="Type">One of the API's twelve types, such as <c>stringList</c>.</param>
/// <param name="Values">The values.</param>
public sealed record SimulationContextEntry(string Name, string Type, IReadOnlyList<string> Values);
