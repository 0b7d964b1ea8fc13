using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Wire;

namespace Gatehouse.RolesAnywhere;

/// <summary>The refusals that operations have in common.</summary>
internal static class Refusals
{
    internal static ResourceNotFoundException NoTrustAnchor(string id) => new($"Trust anchor with ID {Echo.Of(id)} was not found.");

    internal static ResourceNotFoundException NoProfile(string id) => new($"Profile with ID {Echo.Of(id)} was not found.");

    internal static ResourceNotFoundException NoCrl(string id) => new($"CRL with ID {Echo.Of(id)} was not found.");

    internal static ResourceNotFoundException NoSubject(string id) => new($"Subject with ID {Echo.Of(id)} was not found.");

    internal static ResourceNotFoundException NoResource(string arn) => new($"Resource {Echo.Of(arn)} was not found.");

    internal static ValidationException Invalid(string message) => new(message);
}
