namespace Gatehouse.PolicyEngine;

/// <summary>Bool (PL-95). There is no opposite of it.</summary>
internal sealed class BoolTest(PolicyCondition written, WrittenOperator operation, bool variables) : ConditionTest(written, operation)
{
    private const string True = "true";
    private const string False = "false";

    private readonly TextPattern[] wanted = [.. written.Values.Select(value => TextPattern.Compile(value, variables, wildcards: false))];

    internal override IEnumerable<PatternPiece> Variables => wanted.SelectMany(static pattern => pattern.Pieces).Where(static piece => piece.Kind == PieceKind.Variable);

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        var word = value.Equals(True, StringComparison.OrdinalIgnoreCase) ? True : value.Equals(False, StringComparison.OrdinalIgnoreCase) ? False : null;
        if (word is null)
        {
            return false;
        }

        foreach (var pattern in wanted)
        {
            if (pattern.EqualsIgnoringCase(word, context))
            {
                return true;
            }
        }

        return false;
    }
}
