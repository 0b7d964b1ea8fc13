namespace Gatehouse.PolicyEngine;

/// <summary>Finds the elements of a document and everything that is not shaped as the grammar demands (PL section 3, stages V1 and V2).</summary>
internal sealed class DocumentShape
{
    private readonly Problems problems;

    private DocumentShape(Problems problems) => this.problems = problems;

    internal PolicyNode? Version { get; private set; }

    internal PolicyNode? Id { get; private set; }

    internal List<StatementShape> Statements { get; } = [];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, without byte-order mark.</param>
    /// <param name="trust">It is to be a trust policy: text that is no JSON then has a message of its own (V1).</param>
    /// <param name="most">Most characters it may have; strings are limited in proportion (PL-15).</param>
    /// <param name="problems">Where to put what is wrong.</param>
    internal static DocumentShape Read(string text, bool trust, int most, Problems problems)
    {
        var shape = new DocumentShape(problems);
        if (text.Length > most)
        {
            problems.Add(2, "document-too-large", WireTexts.Syntax, 0, "$", $"{text.Length} characters", $"at most {most} characters");
            return shape;
        }

        var reader = new JsonReader(text, (int)((long)JsonReader.MostStrings * most / PolicyDocument.MostCharacters));
        if (reader.Read() is { } root)
        {
            shape.Root(root);
        }
        else
        {
            var found = reader.FailedAt < text.Length ? $"'{text[reader.FailedAt]}'" : "the end of the text";
            problems.Add(
                reader.TooLarge ? 2 : 1,
                reader.TooLarge ? "document-too-large" : "invalid-json",
                trust && !reader.TooLarge ? WireTexts.InvalidJson : WireTexts.Syntax,
                reader.FailedAt,
                "$",
                found,
                reader.Wanted ?? "JSON");
        }

        return shape;
    }

    private void Root(PolicyNode root)
    {
        if (!Expect(root, JsonKind.Object, "an object"))
        {
            return;
        }

        RefuseRepeated(root);
        PolicyNode? statements = null;
        foreach (var member in root.Members)
        {
            switch (member.Name)
            {
                case "Version":
                    if (Expect(member.Value, JsonKind.String, "a string") && member.Value.Text is not ("2012-10-17" or "2008-10-17"))
                    {
                        Syntax("unknown-version", member.Value, "\"2012-10-17\" or \"2008-10-17\"");
                    }

                    Version = member.Value;
                    break;
                case "Id":
                    Expect(member.Value, JsonKind.String, "a string");
                    Id = member.Value;
                    break;
                case "Statement":
                    statements = member.Value;
                    break;
                default:
                    Unknown(member, "Version, Id, Statement");
                    break;
            }
        }

        AllStatements(root, statements);
    }

    private void AllStatements(PolicyNode root, PolicyNode? statements)
    {
        if (statements is null)
        {
            Syntax("missing-statement", root, "a Statement", "none");
        }
        else if (statements.Kind == JsonKind.Object)
        {
            Statement(statements);
        }
        else if (Expect(statements, JsonKind.Array, "a statement or a list of them"))
        {
            if (statements.Items.Count is 0 or > PolicyDocument.MostStatements)
            {
                Syntax("statement-count", statements, $"1 to {PolicyDocument.MostStatements} statements", $"{statements.Items.Count}");
                return;
            }

            foreach (var statement in statements.Items)
            {
                if (Expect(statement, JsonKind.Object, "a statement"))
                {
                    Statement(statement);
                }
            }
        }
    }

    private void Statement(PolicyNode node)
    {
        RefuseRepeated(node);
        var shape = new StatementShape(node);
        foreach (var member in node.Members)
        {
            Element(shape, member);
        }

        Exclusive(shape.Action, shape.NotAction, "Action and NotAction");
        Exclusive(shape.Resource, shape.NotResource, "Resource and NotResource");
        Exclusive(shape.Principal, shape.NotPrincipal, "Principal and NotPrincipal");
        if (shape.Effect is null)
        {
            Syntax("missing-effect", node, "an Effect, Allow or Deny", "none");
        }

        Statements.Add(shape);
    }

    private void Element(StatementShape shape, JsonMember member)
    {
        var value = member.Value;
        switch (member.Name)
        {
            case "Sid":
                Expect(value, JsonKind.String, "a string");
                shape.Sid = value;
                break;
            case "Effect":
                if (Expect(value, JsonKind.String, "Allow or Deny")
                    && !value.Text.Equals("Allow", StringComparison.OrdinalIgnoreCase) && !value.Text.Equals("Deny", StringComparison.OrdinalIgnoreCase))
                {
                    Syntax("unknown-effect", value, "Allow or Deny");
                }

                shape.Effect = value;
                break;
            case "Principal":
                Principals(value);
                shape.Principal = value;
                break;
            case "NotPrincipal":
                Principals(value);
                shape.NotPrincipal = value;
                break;
            case "Action":
                StringList(value, nulls: false);
                shape.Action = value;
                break;
            case "NotAction":
                StringList(value, nulls: false);
                shape.NotAction = value;
                break;
            case "Resource":
                StringList(value, nulls: true);
                shape.Resource = value;
                break;
            case "NotResource":
                StringList(value, nulls: true);
                shape.NotResource = value;
                break;
            case "Condition":
                Conditions(value);
                shape.Condition = value;
                break;
            default:
                Unknown(member, "Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition");
                break;
        }
    }

    private void Principals(PolicyNode node)
    {
        if (node.Kind == JsonKind.String)
        {
            if (node.Text != "*")
            {
                Syntax("principal-shape", node, "\"*\" or an object with AWS, Service, Federated, CanonicalUser");
            }

            return;
        }

        if (!Expect(node, JsonKind.Object, "\"*\" or an object with AWS, Service, Federated, CanonicalUser"))
        {
            return;
        }

        RefuseRepeated(node);
        foreach (var member in node.Members)
        {
            if (member.Name is "AWS" or "Service" or "Federated" or "CanonicalUser")
            {
                StringList(member.Value, nulls: false);
            }
            else
            {
                Unknown(member, "AWS, Service, Federated, CanonicalUser");
            }
        }
    }

    private void Conditions(PolicyNode node)
    {
        if (!Expect(node, JsonKind.Object, "an object of operators"))
        {
            return;
        }

        RefuseRepeated(node);
        foreach (var block in node.Members)
        {
            if (!Expect(block.Value, JsonKind.Object, "an object of keys"))
            {
                continue;
            }

            RefuseRepeated(block.Value);
            if (block.Value.Members.Count > 0 && !ConditionOperators.TryFind(block.Name, out _))
            {
                // The one problem an evaluation can live with: it makes the statement unsure instead (PL-90).
                problems.Add(2, "unknown-operator", WireTexts.Syntax, block.At, block.Value.Path, $"\"{block.Name}\"", ConditionOperators.Names, fatal: false);
            }

            foreach (var key in block.Value.Members)
            {
                ConditionValues(key.Value);
            }
        }
    }

    private void ConditionValues(PolicyNode node)
    {
        var allowed = "a string, number or boolean, or a list of them";
        foreach (var value in node.Kind == JsonKind.Array ? node.Items : [node])
        {
            if (value.Kind is not (JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False))
            {
                Syntax("wrong-type", value, allowed);
            }
        }
    }

    private void StringList(PolicyNode node, bool nulls)
    {
        if (node.Kind == JsonKind.Array)
        {
            foreach (var item in node.Items)
            {
                if (item.Kind != JsonKind.String && !(nulls && item.Kind == JsonKind.Null))
                {
                    Syntax("wrong-type", item, "a string");
                }
            }
        }
        else
        {
            Expect(node, JsonKind.String, "a string or a list of strings");
        }
    }

    private void RefuseRepeated(PolicyNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (!seen.Add(member.Name))
            {
                problems.Add(2, "repeated-name", WireTexts.Syntax, member.At, member.Value.Path, $"\"{member.Name}\" again", "each name once");
            }
        }
    }

    private void Exclusive(PolicyNode? one, PolicyNode? other, string names)
    {
        if (one is not null && other is not null)
        {
            Syntax("exclusive-elements", other, "one of the two", names);
        }
    }

    private bool Expect(PolicyNode node, JsonKind kind, string allowed)
    {
        if (node.Kind != kind)
        {
            Syntax("wrong-type", node, allowed);
        }

        return node.Kind == kind;
    }

    private void Unknown(JsonMember member, string allowed) =>
        problems.Add(2, "unknown-element", WireTexts.Syntax, member.At, member.Value.Path, $"\"{member.Name}\"", allowed);

    private void Syntax(string code, PolicyNode node, string allowed, string? found = null) => problems.Add(2, code, WireTexts.Syntax, node, allowed, found);
}
