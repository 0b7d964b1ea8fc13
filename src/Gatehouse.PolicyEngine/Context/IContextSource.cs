namespace Gatehouse.PolicyEngine;

/// <summary>Supplies condition keys only when a policy asks for them.</summary>
/// <remarks>Asked at most once for a key in a request; it must answer the same for any spelling of the key's case (PL-73), and must not throw.</remarks>
public interface IContextSource
{
    /// <summary>The values of a key, if this source knows it.</summary>
    /// <param name="name">Name of the key, in the spelling of the policy.</param>
    /// <param name="values">Its values.</param>
    bool TryFind(string name, out ContextValues values);

    /// <summary>Every key it could supply, for explanations.</summary>
    IEnumerable<KeyValuePair<string, ContextValues>> All { get; }
}
