namespace Gatehouse.Server.Seeding;

/// <summary>A seed that cannot be applied; the message lists every problem with its place. Nothing was written.</summary>
internal sealed class SeedException(string message) : Exception(message);
