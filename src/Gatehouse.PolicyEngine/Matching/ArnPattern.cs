namespace Gatehouse.PolicyEngine;

/// <summary>A pattern of six fields for the ARN operators (PL-98). Unlike a resource's, it may hold variables in every field.</summary>
internal sealed class ArnPattern
{
    private readonly TextPattern[] fields;

    private ArnPattern(IReadOnlyList<string> parts, bool variables) =>
        fields = [.. parts.Select(part => TextPattern.Compile(part, variables, wildcards: true))];

    /// <summary>Null for a text of fewer than six fields, which cannot be read as an ARN.</summary>
    internal static ArnPattern? Compile(string text, bool variables)
    {
        var parts = PatternReader.SplitFields(text);
        return parts.Count == PatternReader.FieldCount ? new(parts, variables) : null;
    }

    internal bool Matches(ReadOnlySpan<char> text, in ArnFields split, RequestContext context)
    {
        for (var i = fields.Length - 1; i >= 0; i--)
        {
            if (!fields[i].Matches(split.Field(text, i), context))
            {
                return false;
            }
        }

        return true;
    }
}
