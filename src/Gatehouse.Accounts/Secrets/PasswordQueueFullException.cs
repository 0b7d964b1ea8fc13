namespace Gatehouse.Accounts.Secrets;

/// <summary>Too many passwords wait to be hashed already: whoever asks should ask again later.</summary>
public sealed class PasswordQueueFullException() : Exception("Too many passwords wait to be checked.");
