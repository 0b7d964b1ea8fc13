using System.Xml;

namespace Gatehouse.Federation.Saml;

/// <summary>Looks at direct children only: what was moved elsewhere is not found by accident [AU-504].</summary>
internal static class XmlElements
{
    internal static bool Is(this XmlNode node, string space, string name) => node is XmlElement && node.LocalName == name && node.NamespaceURI == space;

    internal static List<XmlElement> Children(this XmlElement parent, string space, string name) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.Is(space, name)).ToList();

    /// <summary>The only child of a name; null when there is none.</summary>
    /// <exception cref="Accounts.Federation.ProofException">There are several.</exception>
    internal static XmlElement? Only(this XmlElement parent, string space, string name) => parent.Children(space, name) switch
    {
        [] => null,
        [var only] => only,
        _ => throw ResponseCheck.Invalid("Response signature invalid"),
    };

    /// <summary>Every element below, and the element itself.</summary>
    internal static IEnumerable<XmlElement> WithDescendants(this XmlElement element)
    {
        yield return element;
        foreach (var child in element.ChildNodes.OfType<XmlElement>())
        {
            foreach (var below in child.WithDescendants())
            {
                yield return below;
            }
        }
    }

    /// <summary>An attribute; null when it is not there.</summary>
    internal static string? Find(this XmlElement element, string attribute) => element.GetAttributeNode(attribute)?.Value;
}
