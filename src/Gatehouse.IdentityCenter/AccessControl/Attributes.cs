using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;
using Shapes = Gatehouse.Contracts.SsoAdmin.Shapes;

namespace Gatehouse.IdentityCenter.AccessControl;

/// <summary>Attributes of people that become session tags, as requests write them and answers show them.</summary>
internal static class Attributes
{
    /// <summary>The attributes of a request.</summary>
    /// <exception cref="ValidationException">A key stands twice, or cannot be that of a session tag.</exception>
    internal static ImmutableArray<AccessControlAttribute> Read(Shapes.InstanceAccessControlAttributeConfiguration configuration)
    {
        var given = configuration.AccessControlAttributes;
        if (given.DistinctBy(attribute => attribute.Key, StringComparer.OrdinalIgnoreCase).Count() != given.Count)
        {
            throw new ValidationException("Duplicate access control attribute keys found.");
        }

        if (given.FirstOrDefault(attribute => attribute.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            throw new ValidationException($"The access control attribute key {Echo.Of(reserved.Key)} is not allowed: 'aws:' is reserved.");
        }

        return [.. given.Select(attribute => new AccessControlAttribute(attribute.Key, [.. attribute.Value.Source]))];
    }

    /// <summary>The attributes of an instance.</summary>
    /// <exception cref="ResourceNotFoundException">None were ever configured.</exception>
    internal static ImmutableArray<AccessControlAttribute> RequireAttributes(this IdentityCenterInstance instance) =>
        instance.AccessControlAttributes ?? throw new ResourceNotFoundException("The instance has no access control attribute configuration.");

    internal static Shapes.InstanceAccessControlAttributeConfiguration Describe(ImmutableArray<AccessControlAttribute> attributes) => new()
    {
        AccessControlAttributes = [.. attributes.Select(attribute => new Shapes.AccessControlAttribute { Key = attribute.Key, Value = new() { Source = attribute.Sources } })],
    };
}
