namespace Gatehouse.Server.Sessions;

/// <summary>Why a command could not do what it was asked to.</summary>
/// <param name="message">The reason, for whoever called it.</param>
/// <param name="wrongUse">Whether the command was not called rightly, and asked nobody.</param>
internal sealed class ServiceRefusal(string message, bool wrongUse = false) : Exception(message)
{
    /// <summary>Whether the command was not called rightly.</summary>
    internal bool WrongUse => wrongUse;
}
