namespace Gatehouse.PolicyEngine;

/// <summary>ArnEquals, ArnLike and their opposites: field by field, each with wildcards (PL-98).</summary>
internal sealed class ArnTest : ConditionTest
{
    private readonly ArnPattern[] wanted;
    private readonly bool allReadable;

    internal ArnTest(PolicyCondition written, WrittenOperator operation, bool variables)
        : base(written, operation)
    {
        wanted = [.. written.Values.Select(value => ArnPattern.Compile(value, variables)).OfType<ArnPattern>()];
        allReadable = wanted.Length == written.Values.Count;
        Variables = [.. written.Values.SelectMany(value => PatternReader.Read(value, variables, wildcards: true)).Where(static piece => piece.Kind == PieceKind.Variable)];
    }

    internal override IEnumerable<PatternPiece> Variables { get; }

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        if (!entry.TryArn(value, out var fields) || (Negated && !allReadable))
        {
            return false;
        }

        foreach (var pattern in wanted)
        {
            if (pattern.Matches(value, fields, context))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}
