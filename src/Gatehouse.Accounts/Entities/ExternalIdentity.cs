namespace Gatehouse.Accounts.Entities;

/// <summary>An id that another directory knows somebody by.</summary>
/// <param name="Issuer">That directory.</param>
/// <param name="Id">The id.</param>
public sealed record ExternalIdentity(string Issuer, string Id);
