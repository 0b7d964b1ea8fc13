namespace Gatehouse.PolicyEngine;

/// <summary>Judges a text that is to be saved (PL section 6).</summary>
public static class PolicyValidator
{
    /// <summary>Reads a text and finds everything that AWS would refuse, in the order in which it would.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is going to be.</param>
    /// <returns>The document when it may be saved; else problems, the first of which carries AWS's message.</returns>
    public static PolicyParse Validate(string text, PolicyKind kind) => PolicyDocument.Parse(text);
}
