using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>Something that an application's tokens may be used for.</summary>
/// <param name="Scope">Its name, such as <c>s3:access_grants:read_write</c>.</param>
/// <param name="Targets">The ARNs of those that take such tokens: applications or the instance; none for all.</param>
public sealed record ApplicationScope(string Scope, ImmutableArray<string> Targets);
