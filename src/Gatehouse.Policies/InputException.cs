namespace Gatehouse.Policies;

/// <summary>What the user gave cannot be worked with; the message says what and where.</summary>
internal sealed class InputException(string message) : Exception(message);
