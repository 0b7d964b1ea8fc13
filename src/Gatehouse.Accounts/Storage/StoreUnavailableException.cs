namespace Gatehouse.Accounts.Storage;

/// <summary>The store cannot be reached or written now: nothing of the change was made. Callers answer 503.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
