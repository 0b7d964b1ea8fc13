namespace Gatehouse.PolicyEngine;

/// <summary>Makes a document of a shape in which nothing is wrong.</summary>
internal static class DocumentCompiler
{
    internal static PolicyDocument Compile(string text, DocumentShape shape)
    {
        var variables = shape.Version?.Text == "2012-10-17";
        var statements = shape.Statements.Select((statement, index) => Compile(text, statement, index, variables)).ToArray();
        return new(text, shape.Version?.Text, shape.Id?.Text, statements);
    }

    private static PolicyStatement Compile(string text, StatementShape shape, int index, bool variables)
    {
        // PE-88: a single statement starts inside its own brace; one of a list where the token before it ends.
        var single = !shape.Node.Path.EndsWith(']');
        return new(variables)
        {
            Index = index,
            Sid = shape.Sid?.Text,
            Effect = shape.Effect!.Text == "Allow" ? PolicyEffect.Allow : PolicyEffect.Deny,
            Start = Problems.PositionOf(text, single ? shape.Node.Start + 1 : shape.Node.After),
            End = Problems.PositionOf(text, shape.Node.End),
            Principals = shape.AnyPrincipal is { } principals ? [.. StatementShape.Principals(principals).Select(static one => one.Principal)] : null,
            NotPrincipal = shape.NotPrincipal is not null,
            Actions = Texts(shape.AnyAction) ?? [],
            NotAction = shape.NotAction is not null,
            Resources = Texts(shape.AnyResource),
            NotResource = shape.NotResource is not null,
            Conditions = [.. Conditions(shape.Condition)],
        };
    }

    private static string[]? Texts(PolicyNode? element) => element is null ? null : [.. StatementShape.Strings(element).Select(static node => node.Text)];

    private static IEnumerable<PolicyCondition> Conditions(PolicyNode? element) =>
        from block in element?.Members ?? []
        from key in block.Value.Members
        select new PolicyCondition(block.Name, key.Name, key.Value.Kind == JsonKind.Array ? [.. key.Value.Items.Select(static value => value.Text)] : [key.Value.Text]);
}
