using System.Collections.Immutable;

namespace Gatehouse.Accounts.Sessions;

/// <summary>A condition key that the identity provider's proof left in the session, such as <c>saml:sub</c> (AU-421, AU-523).</summary>
/// <param name="Name">The condition key.</param>
/// <param name="Values">Its values; more than one for keys such as <c>amr</c>.</param>
public readonly record struct FederationKey(string Name, ImmutableArray<string> Values);
