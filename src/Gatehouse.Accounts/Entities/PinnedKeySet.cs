namespace Gatehouse.Accounts.Entities;

/// <summary>The public keys that an account's administrator gives for an issuer, in the place of those that it publishes [AU-408].</summary>
/// <param name="KeySet">A JSON Web Key Set, as it was given.</param>
/// <param name="Updated">When it was given.</param>
public sealed record PinnedKeySet(string KeySet, DateTimeOffset Updated);
