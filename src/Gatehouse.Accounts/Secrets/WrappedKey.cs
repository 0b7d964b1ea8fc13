namespace Gatehouse.Accounts.Secrets;

/// <summary>A key as a key-encryption key wrapped it.</summary>
/// <param name="Kek">The id of the key that wrapped it.</param>
/// <param name="Bytes">The encrypted key, in whatever form its provider chose.</param>
public sealed record WrappedKey(string Kek, byte[] Bytes);
