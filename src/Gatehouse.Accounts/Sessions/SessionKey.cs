using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Sessions;

/// <summary>A key of the ring that seals session tokens.</summary>
/// <param name="Id">Its four bytes, as they stand in tokens.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Key">32 random bytes.</param>
internal sealed record SessionKey(uint Id, DateTimeOffset Created, Secret Key);
