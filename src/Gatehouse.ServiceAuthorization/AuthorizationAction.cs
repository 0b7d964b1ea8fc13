namespace Gatehouse.ServiceAuthorization;

/// <summary>An action of a service.</summary>
/// <param name="Name">Its name without the service's prefix, such as <c>GetObject</c>.</param>
/// <param name="Level">What it does.</param>
/// <param name="Resources">The types it is checked on; empty when a policy can only name <c>*</c>.</param>
/// <param name="Keys">The condition keys of the action whatever it is checked on. Those of its types and the global ones come to them.</param>
public sealed record AuthorizationAction(string Name, AccessLevel Level, IReadOnlyList<ActionResource> Resources, IReadOnlyList<AuthorizationKey> Keys)
{
    /// <summary>Whether a condition on a key can be met when this action is asked for: by the action itself or a type of its resources.</summary>
    /// <param name="key">The name of the key, in any case.</param>
    /// <remarks>Global keys, which every action knows, are not looked at.</remarks>
    public bool Supports(string key) =>
        Has(Keys, key) || Resources.Any(resource => Has(resource.Keys, key) || Has(resource.Type.Keys, key));

    private static bool Has(IReadOnlyList<AuthorizationKey> keys, string name) => keys.Any(key => key.Matches(name));
}
