namespace Gatehouse.Accounts.Entities;

/// <summary>A label on an entity, which policies can test.</summary>
/// <param name="Key">Its name; unique without regard to case on users and roles [PL-117].</param>
/// <param name="Value">Its value; may be empty.</param>
public sealed record Tag(string Key, string Value);
