namespace Gatehouse.Server.Sessions;

/// <summary>Why a command could not do what it was asked to.</summary>
internal sealed class ServiceRefusal(string message) : Exception(message);
