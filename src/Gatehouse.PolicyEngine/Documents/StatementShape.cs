namespace Gatehouse.PolicyEngine;

/// <summary>The elements of one statement, found in their places but not judged yet.</summary>
internal sealed class StatementShape(JsonNode node)
{
    internal JsonNode Node { get; } = node;

    internal JsonNode? Sid { get; set; }

    internal JsonNode? Effect { get; set; }

    internal JsonNode? Principal { get; set; }

    internal JsonNode? NotPrincipal { get; set; }

    internal JsonNode? Action { get; set; }

    internal JsonNode? NotAction { get; set; }

    internal JsonNode? Resource { get; set; }

    internal JsonNode? NotResource { get; set; }

    internal JsonNode? Condition { get; set; }

    /// <summary>Actions of either element; null when there is neither.</summary>
    internal JsonNode? AnyAction => Action ?? NotAction;

    /// <summary>Resources of either element; null when there is neither.</summary>
    internal JsonNode? AnyResource => Resource ?? NotResource;

    /// <summary>Principals of either element; null when there is neither.</summary>
    internal JsonNode? AnyPrincipal => Principal ?? NotPrincipal;

    /// <summary>The strings of an element that is a string or a list; a null in a list is dropped (PL-9).</summary>
    internal static IEnumerable<JsonNode> Strings(JsonNode? element) => element switch
    {
        null => [],
        { Kind: JsonKind.Array } list => list.Items.Where(static item => item.Kind == JsonKind.String),
        { Kind: JsonKind.String } => [element],
        _ => [],
    };

    /// <summary>The principals of an element, each with the node of its value.</summary>
    internal static IEnumerable<(PolicyPrincipal Principal, JsonNode Node)> Principals(JsonNode? element)
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
