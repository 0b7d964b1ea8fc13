using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>A trusted token issuer whose tokens an application may exchange.</summary>
/// <param name="IssuerId">The id of the issuer.</param>
/// <param name="Audiences">For whom its tokens must have been made: one of these.</param>
public sealed record AuthorizedIssuer(string IssuerId, ImmutableArray<string> Audiences);
