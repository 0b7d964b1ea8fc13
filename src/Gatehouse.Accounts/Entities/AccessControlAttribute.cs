using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>An attribute of users that becomes a session tag.</summary>
/// <param name="Key">The tag's key.</param>
/// <param name="Sources">Where the value comes from, such as <c>${path:enterprise.costCenter}</c>; the first that has one counts.</param>
public sealed record AccessControlAttribute(string Key, ImmutableArray<string> Sources);
