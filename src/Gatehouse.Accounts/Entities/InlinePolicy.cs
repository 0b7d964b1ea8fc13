namespace Gatehouse.Accounts.Entities;

/// <summary>A policy that lives and dies with the user, group or role that holds it.</summary>
/// <param name="Name">Unique within its holder.</param>
/// <param name="Document">The text, character for character as it was sent [PL-51].</param>
public sealed record InlinePolicy(string Name, string Document);
