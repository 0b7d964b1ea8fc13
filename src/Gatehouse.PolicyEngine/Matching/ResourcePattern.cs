namespace Gatehouse.PolicyEngine;

/// <summary>A pattern over resources: six fields, each matched against its own (PL-57 to PL-66).</summary>
internal sealed class ResourcePattern
{
    private const int FieldCount = PatternReader.FieldCount;
    private const int FirstVariableField = 2;

    private readonly bool everything;
    private readonly bool expandsNowhere;
    private readonly TextPattern? whole;
    private readonly string head = "";
    private readonly int covered;
    private readonly TextPattern?[] fields = [];
    private readonly TextPattern? plain;

    private ResourcePattern(string text, bool variables)
    {
        Text = text;
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*'))
        {
            everything = true;
            return;
        }

        var parts = PatternReader.SplitFields(text);
        expandsNowhere = parts.Count < FieldCount && !text.Contains('*');
        fields = new TextPattern?[FieldCount];
        for (var i = 0; i < FieldCount; i++)
        {
            var field = i < parts.Count ? TextPattern.Compile(parts[i], variables && i >= FirstVariableField, wildcards: true) : null;
            fields[i] = field is null or { Shape: PatternShape.Any } ? null : field;
        }

        while (covered < FieldCount - 1 && fields[covered] is { Shape: PatternShape.Exact } literal)
        {
            head += literal.Literal + ":";
            covered++;
        }

        if (covered == FieldCount - 1 && fields[covered] is null or { Shape: PatternShape.Exact or PatternShape.Prefix })
        {
            // Five literal colons pin the fields, so the whole text can be compared at once.
            whole = Whole(head, fields[covered]);
        }

        if (parts.Count < FieldCount || fields[0] is not { Shape: PatternShape.Exact, Literal: "arn" })
        {
            plain = TextPattern.Compile(text, variables, wildcards: true);
        }

        Variables = [.. fields.OfType<TextPattern>().SelectMany(static field => field.Pieces).Where(static piece => piece.Kind == PieceKind.Variable)];
    }

    /// <summary>As written.</summary>
    internal string Text { get; }

    /// <summary>Matches every resource, also one that is no ARN (PL-60).</summary>
    internal bool Everything => everything;

    /// <summary>For looking at the resource before anything else.</summary>
    internal ResourceProbe Probe => new(everything ? null : fields[^1]);

    /// <summary>Its variables, in the order written.</summary>
    internal IReadOnlyList<PatternPiece> Variables { get; } = [];

    internal static ResourcePattern Compile(string text, bool variables) => new(text, variables);

    /// <summary>Whether the resource of a request matches.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="context">What variables stand for.</param>
    /// <param name="strict">Missing fields stand for anything only in a pattern with an asterisk, as in resources' own policies (PL-65).</param>
    internal bool Matches(in ResourceView resource, RequestContext context, bool strict)
    {
        if (everything)
        {
            return true;
        }

        if (resource.IsStar)
        {
            return false;
        }

        if (!resource.IsArn)
        {
            return plain is not null && plain.Matches(resource.Text, context);
        }

        if (strict && expandsNowhere)
        {
            return false;
        }

        return whole is not null ? whole.Matches(resource.Text, context) : MatchesFields(resource, context);
    }

    private static TextPattern Whole(string head, TextPattern? rest) => rest switch
    {
        null => TextPattern.Literally(head, open: true),
        { Shape: PatternShape.Prefix } => TextPattern.Literally(head + rest.Literal, open: true),
        _ => TextPattern.Literally(head + rest.Literal, open: false),
    };

    // The last field first: it tells resources apart.
    private bool MatchesFields(in ResourceView resource, RequestContext context)
    {
        var text = resource.Text.AsSpan();
        if (fields[FieldCount - 1] is { } rest && !rest.Matches(resource.Fields.Rest(text), context))
        {
            return false;
        }

        if (!text.StartsWith(head))
        {
            return false;
        }

        for (var i = covered; i < FieldCount - 1; i++)
        {
            if (fields[i] is { } field && !field.Matches(resource.Fields.Field(text, i), context))
            {
                return false;
            }
        }

        return true;
    }
}
