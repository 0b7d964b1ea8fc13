namespace Gatehouse.Accounts.Secrets;

/// <summary>The server must not start: its master key is missing, unreadable, or not the one that wrapped the keys in the store (AU-212).</summary>
/// <remarks>The message is for the operator, whole and without a secret.</remarks>
public sealed class MasterKeyException(string message, Exception? inner = null) : Exception(message, inner);
