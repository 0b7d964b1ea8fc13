namespace Gatehouse.PolicyEngine;

/// <summary>A statement ready for deciding. Immutable, shared by every set its document is part of.</summary>
internal sealed class CompiledStatement
{
    private readonly ResourceProbe[] probes;
    private readonly bool everyResource;

    internal CompiledStatement(PolicyStatement statement, bool variables)
    {
        Statement = statement;
        Variables = variables;
        Deny = statement.Effect == PolicyEffect.Deny;
        Actions = [.. statement.Actions.Select(ActionPattern.Read)];
        Resources = statement.Resources is { } resources ? [.. resources.Select(resource => ResourcePattern.Compile(resource, variables))] : null;
        probes = [.. (Resources ?? []).Select(static resource => resource.Probe)];
        everyResource = Resources is not null && Array.Exists(Resources, static resource => resource.Everything);
        Principals = statement.Principals is { } principals ? [.. principals.Select(PrincipalEntry.Compile)] : null;
        Tests = [.. statement.Conditions.Select(condition => ConditionTest.Compile(condition, variables))];
        Understood = Array.TrueForAll(Tests, static test => test.Understood);
    }

    internal PolicyStatement Statement { get; }

    internal bool Deny { get; }

    /// <summary>The document's version knows policy variables (PL-105).</summary>
    internal bool Variables { get; }

    internal ActionPattern[] Actions { get; }

    internal ResourcePattern[]? Resources { get; }

    internal PrincipalEntry[]? Principals { get; }

    internal ConditionTest[] Tests { get; }

    /// <summary>Every operator is known (PL-90).</summary>
    internal bool Understood { get; }

    /// <summary>Keys it asks for: variables of its resources, then each condition's key and variables (PE-124).</summary>
    internal IEnumerable<ContextKey> Keys =>
        (Resources ?? []).SelectMany(static resource => resource.Variables).Select(static variable => variable.Key!)
        .Concat(Tests.SelectMany(static test => test.Variables.Select(static variable => variable.Key!).Prepend(test.Key)));

    /// <summary>The action part holds (PL-53 to PL-56).</summary>
    internal bool MatchesAction(ReadOnlySpan<char> action)
    {
        var colon = action.IndexOf(':');
        foreach (var pattern in Actions)
        {
            if (pattern.Matches(action, colon))
            {
                return !Statement.NotAction;
            }
        }

        return Statement.NotAction;
    }

    /// <summary>The resource part holds.</summary>
    /// <param name="resource">The resource of the request.</param>
    /// <param name="context">What variables stand for.</param>
    /// <param name="ofResource">The statement stands in a policy about resources: without the element it is about the resource that carries it (PL-69).</param>
    internal bool MatchesResource(in ResourceView resource, RequestContext context, bool ofResource)
    {
        ulong runs = 0;
        return MatchesResource(resource, ref runs, context, ofResource);
    }

    /// <inheritdoc cref="MatchesResource(in ResourceView, RequestContext, bool)"/>
    /// <param name="resource">The resource of the request.</param>
    /// <param name="runs">What probes know of the resource; zero at first.</param>
    /// <param name="context">What variables stand for.</param>
    /// <param name="ofResource">As above.</param>
    internal bool MatchesResource(in ResourceView resource, ref ulong runs, RequestContext context, bool ofResource)
    {
        // Elsewhere the element cannot be missing (V10); if it is, a deny still denies and an allow allows nothing.
        if (Resources is null)
        {
            return ofResource || Deny;
        }

        return (everyResource || AnyMatches(resource, ref runs, context, ofResource)) != Statement.NotResource;
    }

    private bool AnyMatches(in ResourceView resource, ref ulong runs, RequestContext context, bool ofResource)
    {
        for (var i = 0; i < probes.Length; i++)
        {
            if ((!resource.IsArn || probes[i].Agrees(resource, ref runs)) && Resources![i].Matches(resource, context, ofResource))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How strongly the principal part names the caller; <see cref="GrantStrength.None"/> when it does not hold.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="hasBoundary">The caller has a permissions boundary (PE-27).</param>
    internal GrantStrength NamesCaller(Principal caller, bool hasBoundary)
    {
        if (Principals is null)
        {
            return GrantStrength.None;
        }

        var best = GrantStrength.None;
        foreach (var entry in Principals)
        {
            var strength = entry.Names(caller);
            best = strength > best ? strength : best;
        }

        if (!Statement.NotPrincipal)
        {
            return best;
        }

        return best == GrantStrength.None || (Deny && hasBoundary) ? GrantStrength.Direct : GrantStrength.None;
    }

    /// <summary>Every test that is understood holds.</summary>
    internal bool MeetsConditions(RequestContext context)
    {
        foreach (var test in Tests)
        {
            if (!test.Holds(context) && test.Understood)
            {
                return false;
            }
        }

        return true;
    }
}
