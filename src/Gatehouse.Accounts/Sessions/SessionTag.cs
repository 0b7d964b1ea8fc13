namespace Gatehouse.Accounts.Sessions;

/// <summary>A tag of a session (AU-313).</summary>
/// <param name="Key">Its key; compared without case, kept as given.</param>
/// <param name="Value">Its value.</param>
/// <param name="Transitive">Whether it goes on to the sessions made from this one (AU-314).</param>
public readonly record struct SessionTag(string Key, string Value, bool Transitive);
