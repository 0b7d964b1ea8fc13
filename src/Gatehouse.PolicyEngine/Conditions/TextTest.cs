namespace Gatehouse.PolicyEngine;

/// <summary>StringEquals, StringLike and their relatives (PL-91, PL-92).</summary>
internal sealed class TextTest(PolicyCondition written, WrittenOperator operation, bool variables) : ConditionTest(written, operation)
{
    private readonly bool ignoreCase = operation.Family == OperatorFamily.StringIgnoreCase;

    private readonly TextPattern[] wanted =
        [.. written.Values.Select(value => TextPattern.Compile(value, variables, wildcards: operation.Family == OperatorFamily.Glob))];

    internal override IEnumerable<PatternPiece> Variables => wanted.SelectMany(static pattern => pattern.Pieces).Where(static piece => piece.Kind == PieceKind.Variable);

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        foreach (var pattern in wanted)
        {
            if (ignoreCase ? pattern.EqualsIgnoringCase(value, context) : pattern.Matches(value, context))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}
