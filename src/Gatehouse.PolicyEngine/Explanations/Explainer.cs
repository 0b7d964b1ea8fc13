using System.Runtime.CompilerServices;

namespace Gatehouse.PolicyEngine;

/// <summary>Decides once more, slowly: without index or short cut, so that everything that happened can be told (PE-2).</summary>
internal sealed class Explainer
{
    // PE-91: of several layers that deny explicitly, the first of these is the one a message names.
    private static readonly PolicyLayer[] DenialOrder =
    [
        PolicyLayer.ServiceControl, PolicyLayer.ResourceControl, PolicyLayer.Endpoint, PolicyLayer.Identity, PolicyLayer.Resource, PolicyLayer.Trust,
        PolicyLayer.Boundary, PolicyLayer.Session,
    ];

    private readonly AuthorizationRequest request;
    private readonly ResourceView resource;
    private readonly bool hasBoundary;
    private readonly List<LayerResult> layers = [];
    private readonly List<StatementTrace> trace = [];
    private readonly List<AttachedPolicy> unreadable = [];
    private readonly List<string> missing = [];
    private bool unsure;
    private Facts facts;

    private Explainer(AuthorizationRequest request, PolicyInputs policies)
    {
        this.request = request;
        resource = new(request.Resource);
        hasBoundary = policies.Boundary is not null || request.Principal.HasBoundary;
        facts = new(request, policies, resource);
    }

    internal static Explanation Explain(AuthorizationRequest request, PolicyInputs policies)
    {
        var explainer = new Explainer(request, policies);
        explainer.AskAll(new(request, policies), policies);
        return explainer.Conclude();
    }

    private void AskAll(LayersInForce force, PolicyInputs policies)
    {
        if (LayersInForce.HasPolicies(request.Principal.Kind))
        {
            // Root is allowed by being root: its layer says so although it has no statements.
            var answer = Ask(force.Identity ?? PolicySet.Empty, PolicyLayer.Identity, null, facts.Identity);
            facts.Identity |= answer.Allows;
        }

        if (force.Boundary is { } boundary)
        {
            facts.Boundary = Ask(boundary, PolicyLayer.Boundary).Allows;
        }

        if (force.Session is { } session)
        {
            facts.Session = Ask(session, PolicyLayer.Session).Allows;
        }

        if (force.Resource is { } ofResource)
        {
            facts.SetResource(Ask(ofResource, facts.ResourceLayer).Strength);
        }

        foreach (var level in force.ServiceControl)
        {
            facts.ServiceControl &= Ask(level.Policies, PolicyLayer.ServiceControl, level.Target).Allows;
        }

        foreach (var level in force.ResourceControl)
        {
            facts.ResourceControl &= Ask(level.Policies, PolicyLayer.ResourceControl, level.Target).Allows;
        }

        if (force.Endpoint is { } endpoint)
        {
            facts.Endpoint = Ask(endpoint, PolicyLayer.Endpoint).Allows;
        }
    }

    private Explanation Conclude()
    {
        var denials = trace.Where(static one => one.Applies && one.Match.Statement.Effect == PolicyEffect.Deny).ToArray();
        var denying = DenialOrder.Where(layer => denials.Any(one => one.Match.Layer == layer)).ToArray();
        var decision = unreadable.Count > 0 ? Decision.Error
            : denying.Length > 0 ? Decision.Denied(denying[0])
            : unsure ? Decision.Error
            : facts.Decide();
        return new(request, decision)
        {
            CrossAccount = facts.Cross,
            Layers = layers,
            Matched = decision.Outcome switch
            {
                DecisionOutcome.ExplicitDeny => [.. denials.Select(static one => one.Match)],
                DecisionOutcome.Allowed => [.. trace.Where(static one => one.Applies).Select(static one => one.Match)],
                _ => [],
            },
            MissingContext = [.. missing.Distinct(StringComparer.OrdinalIgnoreCase)],
            BlockedBy = denying.Length > 0 ? denying : facts.AnyGrant ? [.. facts.Failing().All(facts.ResourceLayer == PolicyLayer.Trust)] : [],
            Unreadable = unreadable,
            Trace = trace,
        };
    }

    private LayerAnswer Ask(PolicySet set, PolicyLayer layer, string? target = null, bool allowed = false)
    {
        var answer = default(LayerAnswer);
        foreach (var policy in set.Policies)
        {
            if (policy.Document is null)
            {
                unreadable.Add(policy);
                continue;
            }

            foreach (var statement in policy.Document.Statements)
            {
                answer = With(answer, Look(statement.Compiled, new(layer, target, policy, statement, GrantStrength.None)));
            }
        }

        unsure |= answer.Unsure;
        var outcome = answer.Denies ? DecisionOutcome.ExplicitDeny : answer.Allows || allowed ? DecisionOutcome.Allowed : DecisionOutcome.ImplicitDeny;
        layers.Add(new(layer, target, outcome, HasPrincipals(layer) ? answer.Strength : GrantStrength.None));
        return answer;
    }

    private LayerAnswer With(LayerAnswer answer, StatementTrace one)
    {
        trace.Add(one);
        var deny = one.Match.Statement.Effect == PolicyEffect.Deny;
        if (!one.Applies)
        {
            return one.Unsure ? answer with { Unsure = true } : answer;
        }

        var strength = HasPrincipals(one.Match.Layer) ? one.Match.Strength : GrantStrength.Direct;
        return deny ? answer with { Denies = true } : answer with { Strength = strength > answer.Strength ? strength : answer.Strength };
    }

    private StatementTrace Look(CompiledStatement statement, MatchedStatement match)
    {
        var principals = HasPrincipals(match.Layer);
        var strength = principals ? statement.NamesCaller(request.Principal, hasBoundary) : GrantStrength.None;
        var action = statement.MatchesAction(request.Action);
        var onResource = statement.MatchesResource(resource, request.Context, principals);
        var named = principals ? strength != GrantStrength.None : statement.Principals is null || statement.Deny;
        var tests = statement.Tests.Select(test => Compare(statement, test)).ToArray();
        var understood = Array.TrueForAll(tests, static test => test.Holds || !test.Understood);
        var counts = !(statement.Deny && facts.RepairsResourcePolicy && match.Layer == facts.ResourceLayer);
        var applies = action && onResource && named && understood && counts;
        if (action && named && (onResource || MightMatch(statement)))
        {
            NoteMissing(statement);
        }

        return new(match with { Strength = strength }, applies && statement.Understood, action, onResource, named, tests)
        {
            Unsure = applies && !statement.Understood && statement.Deny,
        };
    }

    // PE-89: a pattern whose variable has no value counts as matching, or the missing key would never be named.
    private bool MightMatch(CompiledStatement statement) =>
        !statement.Statement.NotResource && (statement.Resources ?? []).Any(pattern => pattern.Variables.Any(variable => !variable.TryGetText(request.Context, out _)));

    private void NoteMissing(CompiledStatement statement)
    {
        var variables = (statement.Resources ?? []).SelectMany(static pattern => pattern.Variables).Concat(statement.Tests.SelectMany(static test => test.Variables));
        var withoutDefault = variables.Where(static variable => variable.Default is null).Select(static variable => variable.Key!).Concat(statement.Tests.Select(static test => test.Key)).ToHashSet();
        missing.AddRange(statement.Keys.Where(key => withoutDefault.Contains(key) && Unsafe.IsNullRef(ref request.Context.Find(key))).Select(static key => key.Name));
    }

    private ConditionTrace Compare(CompiledStatement statement, ConditionTest test)
    {
        request.Context.TryGet(test.Key.Name, out var seen);
        var variables = statement.Variables && ConditionOperators.TryFind(test.Written.Operator, out var found) && found.Operator.TakesVariables;
        return new(test.Written, [.. test.Written.Values.Select(value => variables ? Expand(value) : value)], [.. seen], test.Holds(request.Context), test.Understood);
    }

    private string Expand(string value) =>
        string.Concat(PatternReader.Read(value, variables: true, wildcards: false).Select(piece => piece.TryGetText(request.Context, out var text) ? text : piece.Text));

    private static bool HasPrincipals(PolicyLayer layer) => layer is PolicyLayer.Resource or PolicyLayer.Trust or PolicyLayer.ResourceControl or PolicyLayer.Endpoint;
}
