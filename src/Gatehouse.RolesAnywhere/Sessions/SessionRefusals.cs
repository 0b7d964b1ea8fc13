using Gatehouse.Contracts.RolesAnywhereSessions;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>The refusals of CreateSession.</summary>
internal static class SessionRefusals
{
    internal static AccessDeniedException Denied(string message) => new(message);

    internal static AccessDeniedException Unable(string roleArn) => new($"Unable to assume role for {roleArn}");

    internal static ValidationException Invalid(string message) => new(message);

    internal static ResourceNotFoundException Missing(string message) => new(message);
}
