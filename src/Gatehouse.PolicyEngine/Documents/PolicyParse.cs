namespace Gatehouse.PolicyEngine;

/// <summary>What became of a text: a document, problems, or both.</summary>
/// <param name="Document">The document, unless the text is unreadable.</param>
/// <param name="Problems">Everything that is wrong, the one AWS would name first.</param>
public sealed record PolicyParse(PolicyDocument? Document, IReadOnlyList<PolicyProblem> Problems)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Valid => Document is not null && Problems.Count == 0;
}
