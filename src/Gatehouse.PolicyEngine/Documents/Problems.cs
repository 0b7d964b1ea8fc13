namespace Gatehouse.PolicyEngine;

/// <summary>Gathers what is wrong with one text. Stages must report in their order, so that the limit never hides an earlier one.</summary>
internal sealed class Problems(string text)
{
    // A hostile text could have tens of thousands; nobody reads more.
    private const int Most = 100;

    private readonly List<PolicyProblem> found = [];

    /// <summary>Something is wrong that no evaluation can work with.</summary>
    internal bool Fatal { get; private set; }

    internal int Count => found.Count;

    /// <summary>All problems, the one AWS would name first.</summary>
    internal IReadOnlyList<PolicyProblem> InOrder() => [.. found.OrderBy(static problem => problem.Stage)];

    internal void Add(int stage, string code, string wireText, PolicyNode node, string allowed, string? found = null) =>
        Add(stage, code, wireText, node.Start, node.Path, found ?? node.Describe(), allowed);

    internal void Add(int stage, string code, string wireText, int offset, string path, string found, string allowed, bool fatal = true)
    {
        Fatal |= fatal;
        if (this.found.Count < Most)
        {
            this.found.Add(new()
            {
                Stage = stage,
                Code = code,
                WireText = wireText,
                Position = PositionOf(text, offset),
                Path = path,
                Found = found,
                Allowed = allowed,
            });
        }
    }

    /// <summary>Line and column of an offset (PE-88).</summary>
    internal static TextPosition PositionOf(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
