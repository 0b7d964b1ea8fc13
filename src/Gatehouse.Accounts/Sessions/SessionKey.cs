using System.Globalization;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Sessions;

/// <summary>A key of the ring that seals session tokens.</summary>
/// <param name="Id">Its four bytes, as they stand in tokens.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Key">32 random bytes.</param>
internal sealed record SessionKey(uint Id, DateTimeOffset Created, Secret Key)
{
    /// <summary>Opens one as it is stored.</summary>
    /// <param name="name">Its id, as the row is named.</param>
    /// <param name="row">The row.</param>
    /// <param name="dataKey">The data key of an id; null when it is not in memory.</param>
    /// <exception cref="MasterKeyException">It does not open.</exception>
    internal static SessionKey Open(string name, SessionKeyRow row, Func<string, Secret?> dataKey) =>
        uint.TryParse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
        && dataKey(row.Box.Dek) is { } under
        && SecretVault.TryOpen(under, row.Box, SecretKind.SessionKey, KeyRing.Installation, name, 1, out var key)
        && key.Length == Envelope.KeySize
            ? new(id, row.Created, key)
            : throw new MasterKeyException($"The session key {name} in the store does not open: it was changed, or its master key was. Put a backup of the store in its place.");
}
