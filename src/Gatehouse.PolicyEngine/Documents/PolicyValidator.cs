namespace Gatehouse.PolicyEngine;

/// <summary>Judges a text that is to be saved (PL section 6).</summary>
public static class PolicyValidator
{
    /// <summary>Reads a text and finds everything that AWS would refuse, in the order in which it would.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is going to be.</param>
    /// <param name="options">What is relaxed; nothing if null.</param>
    /// <returns>The document when it may be saved; else problems, the first of which carries AWS's message.</returns>
    public static PolicyParse Validate(string text, PolicyKind kind, PolicyValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PolicyDocument.WithoutMark(text);
        var problems = new Problems(plain);
        var shape = DocumentShape.Read(plain, kind == PolicyKind.Trust, PolicyDocument.MostCharacters, problems);
        new DocumentRules(shape, kind, options ?? PolicyValidationOptions.Strict, problems).Check();
        return problems.Count == 0 ? new(DocumentCompiler.Compile(plain, shape), []) : new(null, problems.InOrder());
    }

    /// <summary>AWS's message for a principal that is well written but does not exist (PL-41).</summary>
    /// <param name="principal">The principal.</param>
    public static string UnknownPrincipalText(PolicyPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return WireTexts.Principal(principal);
    }
}
