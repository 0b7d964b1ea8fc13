namespace Gatehouse.PolicyEngine;

/// <summary>The rules a well-shaped document must keep, in the order in which AWS checks them (PL section 6, V3 to V12).</summary>
internal sealed class DocumentRules(DocumentShape shape, PolicyKind? kind, PolicyValidationOptions options, Problems problems)
{
    /// <summary>Everything that matters on save.</summary>
    internal void Check()
    {
        Version();
        Effects();
        Dates();
        if (!options.AnyResource)
        {
            ResourceRules.LegacyParsing(shape, problems);
        }

        SidsAreUnique();
        SidsAreAlphanumeric();
        ActionsExist();
        if (!options.AnyResource)
        {
            ResourceRules.Forms(shape, problems);
        }

        ActionForms();
        KindRules.Check(shape, kind!.Value, options, problems);
    }

    /// <summary>What an evaluation cannot do without, whatever the kind of policy.</summary>
    internal void CheckLanguage()
    {
        Effects();
        ActionsExist();
        ActionForms();
    }

    private void Version()
    {
        if (kind is not (PolicyKind.ManagedIdentity or PolicyKind.Boundary or PolicyKind.ResourceControl) || shape.Statements.Count == 0)
        {
            return;
        }

        if (shape.Version is null)
        {
            problems.Add(3, "version-too-old", WireTexts.Version, 0, "$.Version", "no Version", "\"2012-10-17\"");
        }
        else if (shape.Version.Text == "2008-10-17")
        {
            problems.Add(3, "version-too-old", WireTexts.Version, shape.Version, "\"2012-10-17\"");
        }
    }

    private void Effects()
    {
        foreach (var effect in shape.Statements.Select(static statement => statement.Effect).OfType<PolicyNode>())
        {
            if (effect.Text is not ("Allow" or "Deny")
                && (effect.Text.Equals("Allow", StringComparison.OrdinalIgnoreCase) || effect.Text.Equals("Deny", StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(4, "effect-case", WireTexts.LegacyParsing, effect, "Allow or Deny, spelled so");
            }
        }
    }

    private void Dates()
    {
        var blocks = shape.Statements.SelectMany(static statement => statement.Condition?.Members ?? [])
            .Where(static block => ConditionOperators.TryFind(block.Name, out var found) && found.Family == OperatorFamily.Date);
        foreach (var value in blocks.SelectMany(static block => block.Value.Members).SelectMany(static key => key.Value.Kind == JsonKind.Array ? key.Value.Items : [key.Value]))
        {
            if (value.Kind is not (JsonKind.Object or JsonKind.Array or JsonKind.Null) && !DateRule.Accepts(value.Text))
            {
                problems.Add(4, "not-a-date", WireTexts.LegacyParsing, value, "seconds since 1970, or an ISO 8601 date");
            }
        }
    }

    private void SidsAreUnique()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sid in Sids())
        {
            if (!seen.Add(sid.Text))
            {
                problems.Add(5, "repeated-sid", WireTexts.SidUnique, sid, "a Sid that no other statement has");
            }
        }
    }

    private void SidsAreAlphanumeric()
    {
        if (options.AnySid)
        {
            return;
        }

        foreach (var sid in Sids())
        {
            if (!sid.Text.All(char.IsAsciiLetterOrDigit))
            {
                problems.Add(6, "sid-letters", WireTexts.SidLetters, sid, "letters A-Z, a-z and digits");
            }
        }
    }

    private void ActionsExist()
    {
        foreach (var statement in shape.Statements)
        {
            if (statement.AnyAction is null)
            {
                problems.Add(7, "no-action", WireTexts.Actions, statement.Node, "an Action or NotAction", "neither");
            }
            else if (statement.AnyAction is { Kind: JsonKind.Array, Items.Count: 0 })
            {
                problems.Add(7, "no-action", WireTexts.Actions, statement.AnyAction, "at least one action", "an empty list");
            }
        }
    }

    private void ActionForms()
    {
        foreach (var action in shape.Statements.SelectMany(static statement => StatementShape.Strings(statement.AnyAction)))
        {
            if (action.Text == "*")
            {
                continue;
            }

            var colon = action.Text.IndexOf(':');
            if (colon < 0)
            {
                problems.Add(9, "action-prefix", WireTexts.ActionVendor, action, "prefix:Name, or \"*\"");
            }
            else if (action.Text.LastIndexOf(':') != colon)
            {
                problems.Add(9, "action-colons", WireTexts.ActionColons, action, "prefix:Name with one colon");
            }
            else if (action.Text[..colon] is var prefix && prefix != "*" && !(prefix.Length > 0 && prefix.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')))
            {
                problems.Add(9, "action-prefix", WireTexts.Vendor(prefix), action, "a prefix of letters, digits, dots and hyphens, or \"*\"");
            }
        }
    }

    private IEnumerable<PolicyNode> Sids() => shape.Statements.Select(static statement => statement.Sid).OfType<PolicyNode>().Where(static sid => sid.Text.Length > 0);
}
