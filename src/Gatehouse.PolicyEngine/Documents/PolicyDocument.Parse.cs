namespace Gatehouse.PolicyEngine;

public sealed partial class PolicyDocument
{
    /// <summary>Longest text that may be saved or simulated (PL-15).</summary>
    public const int MostCharacters = 131_072;

    /// <summary>Longest stored text that is read. More than may be saved, because AWS's own managed policies grow beyond that.</summary>
    public const int MostStoredCharacters = 4 * MostCharacters;

    /// <summary>Most statements a document may have (PL-15).</summary>
    public const int MostStatements = 1_000;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a stored or embedded text, whatever kind of policy it is: what the language itself forbids is a problem and yields no document.</summary>
    /// <param name="text">The text; one leading byte-order mark is ignored (PL-3).</param>
    /// <returns>The document; problems beside it say which operators are unknown, and its decisions take account of that (PL-90).</returns>
    public static PolicyParse Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = WithoutMark(text);
        var problems = new Problems(plain);
        var shape = DocumentShape.Read(plain, trust: false, MostStoredCharacters, problems);
        new DocumentRules(shape, null, PolicyValidationOptions.Strict, problems).CheckLanguage();
        return new(problems.Fatal ? null : DocumentCompiler.Compile(plain, shape), problems.InOrder());
    }

    internal static string WithoutMark(string text) => text.StartsWith(ByteOrderMark) ? text[1..] : text;
}
