namespace Gatehouse.Accounts.Entities;

/// <summary>A customer managed policy by its name: in each account another one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Path">The path.</param>
public sealed record PolicyReference(string Name, string Path);
