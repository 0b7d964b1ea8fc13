namespace Gatehouse.PolicyEngine;

/// <summary>The elements of one statement, found in their places but not judged yet.</summary>
internal sealed class StatementShape(PolicyNode node)
{
    internal PolicyNode Node { get; } = node;

    internal PolicyNode? Sid { get; set; }

    internal PolicyNode? Effect { get; set; }

    internal PolicyNode? Principal { get; set; }

    internal PolicyNode? NotPrincipal { get; set; }

    internal PolicyNode? Action { get; set; }

    internal PolicyNode? NotAction { get; set; }

    internal PolicyNode? Resource { get; set; }

    internal PolicyNode? NotResource { get; set; }

    internal PolicyNode? Condition { get; set; }

    /// <summary>Actions of either element; null when there is neither.</summary>
    internal PolicyNode? AnyAction => Action ?? NotAction;

    /// <summary>Resources of either element; null when there is neither.</summary>
    internal PolicyNode? AnyResource => Resource ?? NotResource;

    /// <summary>Principals of either element; null when there is neither.</summary>
    internal PolicyNode? AnyPrincipal => Principal ?? NotPrincipal;

    /// <summary>The strings of an element that is a string or a list; a null in a list is dropped (PL-9).</summary>
    internal static IEnumerable<PolicyNode> Strings(PolicyNode? element) => element switch
    {
        null => [],
        { Kind: JsonKind.Array } list => list.Items.Where(static item => item.Kind == JsonKind.String),
        { Kind: JsonKind.String } => [element],
        _ => [],
    };

    /// <summary>The principals of an element, each with the node of its value.</summary>
    internal static IEnumerable<(PolicyPrincipal Principal, PolicyNode Node)> Principals(PolicyNode? element)
    {
        if (element is { Kind: JsonKind.String })
        {
            yield return (new(PolicyPrincipalType.Aws, element.Text), element);
            yield break;
        }

        foreach (var member in element?.Members ?? [])
        {
            foreach (var value in Strings(member.Value))
            {
                yield return (new(TypeOf(member.Name), value.Text), value);
            }
        }
    }

    private static PolicyPrincipalType TypeOf(string name) => name switch
    {
        "Service" => PolicyPrincipalType.Service,
        "Federated" => PolicyPrincipalType.Federated,
        "CanonicalUser" => PolicyPrincipalType.CanonicalUser,
        _ => PolicyPrincipalType.Aws,
    };
}
