namespace Gatehouse.Accounts.Entities;

/// <summary>One text of a managed policy; never changes once made.</summary>
/// <param name="Number">1 for <c>v1</c>.</param>
/// <param name="Document">The text, character for character as it was sent [PL-51].</param>
/// <param name="Created">When it was made.</param>
public sealed record PolicyVersion(int Number, string Document, DateTimeOffset Created);
