using System.IO.Enumeration;

namespace Gatehouse.ServiceAuthorization;

/// <summary>The actions, resource types and condition keys of one service.</summary>
public sealed class AuthorizationService
{
    private readonly AuthorizationAction[] actions;
    private readonly AuthorizationResource[] resources;

    internal AuthorizationService(ServiceEntry entry, AuthorizationAction[] actions, AuthorizationResource[] resources, IReadOnlyList<AuthorizationKey> keys)
    {
        Entry = entry;
        Keys = keys;
        this.actions = actions;
        this.resources = resources;
    }

    /// <summary>Its prefix and name.</summary>
    public ServiceEntry Entry { get; }

    /// <summary>Its actions, sorted by name without regard to case.</summary>
    public IReadOnlyList<AuthorizationAction> Actions => actions;

    /// <summary>Its types of resources, sorted by name.</summary>
    public IReadOnlyList<AuthorizationResource> Resources => resources;

    /// <summary>The condition keys that it defines or supports, beside the global ones.</summary>
    public IReadOnlyList<AuthorizationKey> Keys { get; }

    /// <summary>The action of this name in any case; null when there is none.</summary>
    /// <param name="name">The name without prefix.</param>
    public AuthorizationAction? FindAction(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, actions.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = actions[middle].Name.AsSpan().CompareTo(name, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
            {
                return actions[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The actions whose name a pattern of <c>*</c> and <c>?</c> matches, in any case.</summary>
    /// <param name="pattern">The pattern without prefix.</param>
    public IEnumerable<AuthorizationAction> ActionsLike(string pattern) =>
        actions.Where(action => FileSystemName.MatchesSimpleExpression(pattern, action.Name, ignoreCase: true));
}
