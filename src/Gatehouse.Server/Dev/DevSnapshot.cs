using Gatehouse.Accounts.Storage;

namespace Gatehouse.Server.Dev;

/// <summary>Everything a server in development mode held at one moment.</summary>
/// <param name="Store">A copy of its store, which nobody appends to.</param>
/// <param name="Drawn">How far its ids had come.</param>
internal sealed record DevSnapshot(MemoryStore Store, long Drawn);
