using System.Globalization;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;
using Gatehouse.ServiceAuthorization;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Simulation;

/// <summary>Puts the simulator's questions to the policy engine, and its answers on the wire (PE section 12).</summary>
internal static class Simulations
{
    /// <summary>A page of results, one for each action.</summary>
    /// <exception cref="InvalidInputException">The question contradicts itself, cannot be read, or is too large.</exception>
    internal static Page<Shapes.EvaluationResult> Answer(SimulationInputs inputs, string? marker, int? maxItems)
    {
        // Results stand in the order of the actions, so only those of the page need be simulated.
        var actions = inputs.Actions.Select((name, place) => (Name: name, Place: place));
        var page = Paging.Of(actions, action => action.Place.ToString("D7", CultureInfo.InvariantCulture), marker, maxItems);
        if ((long)page.Items.Count * (inputs.Resources?.Count ?? 1) > Quotas.SimulationsPerCall)
        {
            throw new InvalidInputException($"The number of actions times the number of resources must not exceed {Quotas.SimulationsPerCall}.");
        }

        try
        {
            var results = PolicySimulation.Run(inputs with { Actions = page.Items.Select(action => action.Name).ToList() });
            return new(results.Select(Describe).ToList(), page.Marker);
        }
        catch (SimulationException refusal)
        {
            throw new InvalidInputException(refusal.Message);
        }
    }

    /// <summary>The condition keys that policies name [PE-124].</summary>
    /// <exception cref="InvalidInputException">A text is no policy.</exception>
    internal static IReadOnlyList<string> ContextKeys(IReadOnlyList<string>? texts, IReadOnlyList<AttachedPolicy> attached)
    {
        try
        {
            return PolicySimulation.ContextKeys(texts ?? [], attached);
        }
        catch (SimulationException refusal)
        {
            throw new InvalidInputException(refusal.Message);
        }
    }

    /// <summary>The form of the ARNs that an action is checked on, as results on several resources name it [PE-118], of alternatives the plainest; null when AWS has no such action, or it has no resources.</summary>
    internal static string? TemplateOf(this AuthorizationReference reference, string action) =>
        reference.FindAction(action)?.Resources is { Count: > 0 } resources
            ? resources.OrderByDescending(resource => resource.Required).ThenBy(resource => resource.Type.ArnFormat.Length).First()
                .Type.ArnFormat.Replace("${Partition}", "aws", StringComparison.Ordinal)
            : null;

    /// <summary>The context that a request gives [PE-111].</summary>
    internal static IReadOnlyList<SimulationContextEntry> Read(IReadOnlyList<Shapes.ContextEntry>? entries) => (entries ?? [])
        .Select(entry => new SimulationContextEntry(
            entry.ContextKeyName ?? "", entry.ContextKeyType ?? Shapes.ContextKeyTypeEnum.String, entry.ContextKeyValues ?? [])).ToList();

    private static Shapes.EvaluationResult Describe(SimulationResult result) => new()
    {
        EvalActionName = result.Action,
        EvalDecision = Describe(result.Outcome),
        EvalDecisionDetails = Describe(result.Details),
        EvalResourceName = result.Resource,
        MatchedStatements = result.Matched.Select(Describe).ToList(),
        MissingContextValues = result.MissingContext,
        OrganizationsDecisionDetail = result.AllowedByOrganizations is { } organizations ? new() { AllowedByOrganizations = organizations } : null,
        PermissionsBoundaryDecisionDetail = DescribeBoundary(result.AllowedByBoundary),
        ResourceSpecificResults = result.Resources?.Select(Describe).ToList(),
    };

    private static Shapes.ResourceSpecificResult Describe(SimulatedResource result) => new()
    {
        EvalDecisionDetails = Describe(result.Details),
        EvalResourceDecision = Describe(result.Outcome),
        EvalResourceName = result.Resource,
        MatchedStatements = result.Matched.Select(Describe).ToList(),
        MissingContextValues = result.MissingContext,
        PermissionsBoundaryDecisionDetail = DescribeBoundary(result.AllowedByBoundary),
    };

    private static Shapes.Statement Describe(SimulatedStatement statement) => new()
    {
        EndPosition = new() { Line = statement.End.Line, Column = statement.End.Column },
        SourcePolicyId = statement.SourcePolicyId,
        SourcePolicyType = statement.SourcePolicyType,
        StartPosition = new() { Line = statement.Start.Line, Column = statement.Start.Column },
    };

    private static Dictionary<string, string>? Describe(IReadOnlyList<KeyValuePair<string, DecisionOutcome>>? details) =>
        details?.ToDictionary(detail => detail.Key, detail => Describe(detail.Value), StringComparer.Ordinal);

    private static Shapes.PermissionsBoundaryDecisionDetail? DescribeBoundary(bool? allowed) =>
        allowed is { } said ? new() { AllowedByPermissionsBoundary = said } : null;

    private static string Describe(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Allowed => Shapes.PolicyEvaluationDecisionType.Allowed,
        DecisionOutcome.ExplicitDeny => Shapes.PolicyEvaluationDecisionType.ExplicitDeny,
        _ => Shapes.PolicyEvaluationDecisionType.ImplicitDeny,
    };
}
