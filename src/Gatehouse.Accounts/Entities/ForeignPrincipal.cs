namespace Gatehouse.Accounts.Entities;

/// <summary>A user or role of another account that a trust policy names. Its id alone does not tell whose it is.</summary>
/// <param name="Id">Its unique id, as the trust policy has it.</param>
/// <param name="Account">The account it belongs to.</param>
public sealed record ForeignPrincipal(string Id, string Account);
