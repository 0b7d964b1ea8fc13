namespace Gatehouse.PolicyEngine;

/// <summary>A policy, read and compiled once: immutable, and shared by everyone it is attached to.</summary>
public sealed partial class PolicyDocument
{
    internal PolicyDocument(string text, string? version, string? id, IReadOnlyList<PolicyStatement> statements)
    {
        Text = text;
        WrittenVersion = version;
        Id = id;
        Statements = statements;
        ContextKeys = [.. statements.SelectMany(static statement => statement.Compiled.Keys).Select(static key => key.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
        Size = SizeOf(text);
    }

    /// <summary>The text it was read from, character for character (PL-51).</summary>
    public string Text { get; }

    /// <summary>The language version in force: absent means 2008-10-17 (PL-18).</summary>
    public string Version => WrittenVersion ?? "2008-10-17";

    /// <summary>The <c>Version</c> element as written, or null.</summary>
    public string? WrittenVersion { get; }

    /// <summary>The <c>Id</c> element, which has no meaning (PL-19).</summary>
    public string? Id { get; }

    /// <summary>The statements, in the order written.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; }

    /// <summary>Every condition key it names, in conditions or as a variable, each once, as first spelled (PE-124).</summary>
    public IReadOnlyList<string> ContextKeys { get; }

    /// <summary>Its size as IAM counts it: without white space (PL-16).</summary>
    public int Size { get; }

    /// <summary>Size of a text as IAM counts it: every character but blank, tab, carriage return and line feed (PL-16).</summary>
    /// <param name="text">The text.</param>
    public static int SizeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var size = 0;
        foreach (var letter in text)
        {
            size += letter is ' ' or '\t' or '\r' or '\n' ? 0 : 1;
        }

        return size;
    }
}
