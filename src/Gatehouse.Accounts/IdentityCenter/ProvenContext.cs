using System.Collections.Immutable;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>For whom a session is to act, as a request has shown [AU-318].</summary>
/// <param name="Account">The account that owns the instance.</param>
/// <param name="Keys">The condition keys of it.</param>
public sealed record ProvenContext(string Account, ImmutableArray<FederationKey> Keys);
