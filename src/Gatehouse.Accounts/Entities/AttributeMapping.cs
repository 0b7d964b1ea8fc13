using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>Which parts of one field of a certificate become tags of a session [AU-862].</summary>
/// <param name="Field">The field: <c>x509Subject</c>, <c>x509Issuer</c> or <c>x509SAN</c>.</param>
/// <param name="Specifiers">The parts, such as <c>CN</c>, <c>DNS</c> or <c>Name/*</c>.</param>
public sealed record AttributeMapping(string Field, ImmutableArray<string> Specifiers);
