using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>The refusals that operations on identity stores have in common.</summary>
internal static class StoreRefusals
{
    internal static ResourceNotFoundException NoStore(string id) => Missing(ResourceType.IDENTITY_STORE, "IDENTITY_STORE", id);

    internal static ResourceNotFoundException NoUser(string? id = null) => Missing(ResourceType.USER, "USER", id);

    internal static ResourceNotFoundException NoGroup(string? id = null) => Missing(ResourceType.GROUP, "GROUP", id);

    internal static ResourceNotFoundException NoMembership(string? id = null) => Missing(ResourceType.GROUP_MEMBERSHIP, "MEMBERSHIP", id);

    internal static ConflictException Taken(string message) => new(message) { Reason = ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION };

    internal static ValidationException Invalid(string message) => new(message);

    internal static ValidationException BadToken() => new("The NextToken is not valid.");

    private static ResourceNotFoundException Missing(string type, string named, string? id) => new($"{named} not found.") { ResourceType = type, ResourceId = id };
}
