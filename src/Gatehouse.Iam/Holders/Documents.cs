using Gatehouse.Contracts.Iam;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Holders;

/// <summary>Policy documents as IAM takes, measures and shows them.</summary>
internal static class Documents
{
    /// <summary>Refuses a document that AWS would not save.</summary>
    /// <param name="text">The document.</param>
    /// <param name="kind">What it is going to be.</param>
    /// <param name="options">What the installation asks for besides; nothing if null.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="MalformedPolicyDocumentException">It may not be saved; the message is that of the first problem.</exception>
    internal static PolicyDocument Require(string text, PolicyKind kind, PolicyValidationOptions? options = null)
    {
        var parse = PolicyValidator.Validate(text, kind, options);
        return parse is { Valid: true, Document: { } document }
            ? document
            : throw new MalformedPolicyDocumentException(parse.Problems is [var first, ..] ? first.WireText : "Syntax errors in policy.");
    }

    /// <summary>The size that quotas count: white space is free, inside strings too [PL-16].</summary>
    internal static int SizeOf(string text) => text.Length - text.AsSpan().CountAny('\t', '\n', '\r', ' ');

    /// <summary>A document as answers carry it: percent-encoded as RFC 3986 has it, otherwise character for character [PL-51].</summary>
    internal static string Encode(string text) => Uri.EscapeDataString(text);
}
