namespace Gatehouse.Server.Hosting;

/// <summary>The operator's settings cannot be used: the server does not start, and says which and why.</summary>
internal sealed class SettingsException(string message) : Exception(message);
