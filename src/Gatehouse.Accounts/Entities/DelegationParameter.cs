using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>What a delegation request puts in place of a placeholder of its template.</summary>
/// <param name="Name">The placeholder's name.</param>
/// <param name="Values">The values; several only for a list.</param>
/// <param name="Type"><c>string</c> or <c>stringList</c>.</param>
public sealed record DelegationParameter(string Name, ImmutableArray<string> Values, string Type);
