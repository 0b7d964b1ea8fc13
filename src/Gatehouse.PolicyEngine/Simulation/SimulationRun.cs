namespace Gatehouse.PolicyEngine;

/// <summary>One simulation: reads the inputs, then asks <see cref="Evaluator.Explain"/> for each action and resource.</summary>
internal sealed class SimulationRun
{
    private const string Star = "*";

    private readonly SimulationInputs inputs;
    private readonly PolicyInputs policies;
    private readonly AttachedPolicy? resourcePolicy;
    private readonly RequestContext context;
    private readonly string? owner;
    private readonly string? callerArn;
    private readonly Principal caller;

    internal SimulationRun(SimulationInputs inputs)
    {
        this.inputs = inputs;
        callerArn = SimulationCaller.Arn(inputs);
        caller = SimulationCaller.Of(callerArn, inputs.PolicySourceArn);
        context = SimulationContext.Read(inputs.Context).Freeze();
        owner = SimulationCaller.Owner(inputs.ResourceOwner);
        CheckActions();
        SimulationHandling.Check(inputs);
        resourcePolicy = ReadResourcePolicy();
        policies = new()
        {
            Identity = PolicySet.Compile([.. inputs.AttachedPolicies, .. inputs.PolicyTexts.Select(static (text, index) => PolicySimulation.Read(text, PolicySimulation.NameOf("PolicyInputList", index)))]),
            Boundary = ReadBoundary() is { } boundary ? PolicySet.Compile([boundary]) : null,
            ServiceControl = inputs.PolicySourceArn is null ? null : inputs.ServiceControl,
            Resource = resourcePolicy is null ? null : PolicySet.Compile([resourcePolicy]),
        };
    }

    internal IReadOnlyList<SimulationResult> Run() => [.. inputs.Actions.Select(Simulate)];

    private SimulationResult Simulate(string action)
    {
        if (inputs.Resources is not { Count: > 0 } resources)
        {
            var alone = Ask(action, Star);
            return new()
            {
                Action = action,
                Resource = Star,
                Outcome = alone.Decision.Outcome,
                Matched = Statements(alone),
                MissingContext = alone.MissingContext,
                AllowedByOrganizations = AllowedByOrganizations([alone]),
                AllowedByBoundary = AllowedByBoundary([alone]),
            };
        }

        var each = resources.Select(resource => Ask(action, resource)).ToArray();
        return new()
        {
            Action = action,
            Resource = resources.Count == 1 ? resources[0] : inputs.ResourceTemplateOf?.Invoke(action) ?? Star,
            Outcome = Worst(each),
            Matched = [.. each.SelectMany(Statements).Distinct()],
            MissingContext = [.. each.Where(static one => one.Request.Resource == Star).SelectMany(static one => one.MissingContext)],
            AllowedByOrganizations = AllowedByOrganizations(each),
            AllowedByBoundary = AllowedByBoundary(each),
            Details = each.Length == 1 ? Details(each[0]) : null,
            Resources = [.. each.Select(Describe)],
        };
    }

    private SimulatedResource Describe(Explanation one) => new()
    {
        Resource = one.Request.Resource,
        Outcome = one.Decision.Outcome,
        Matched = Statements(one),
        MissingContext = one.Request.Resource == Star ? [] : one.MissingContext,
        Details = Details(one),
        AllowedByBoundary = AllowedByBoundary([one]),
    };

    private Explanation Ask(string action, string resource)
    {
        var role = IsRole(resource);
        return Evaluator.Explain(
            new()
            {
                Principal = caller,
                Action = action,
                Resource = resource,
                ResourceAccount = OwnerOf(resource),
                Context = context,
                CallerSideOnly = resourcePolicy is null,
                ResourcePolicyRequired = IsKey(resource),
            },
            policies with { ResourceIsTrust = role && resourcePolicy is not null });
    }

    // PE-109: the account in an ARN wins; without a caller there is nothing to compare (PE-110).
    private string? OwnerOf(string resource)
    {
        if (callerArn is null)
        {
            return caller.Account;
        }

        return ArnFields.TryRead(resource, out var fields) && fields.Account(resource).Length > 0 ? null : owner;
    }

    private void CheckActions()
    {
        foreach (var action in inputs.Actions)
        {
            if (action.Length is < 3 or > 128 || action.Contains('*') || action.Contains('?') || action.AsSpan().Count(':') != 1)
            {
                throw new SimulationException($"'{action}' is not the name of an action: prefix:Name without wildcards, 3 to 128 characters.");
            }
        }
    }

    private AttachedPolicy? ReadBoundary() => inputs.BoundaryTexts switch
    {
        [] => inputs.AttachedBoundary,
        [var text] => PolicySimulation.Read(text, PolicySimulation.NameOf("PermissionsBoundaryPolicyInputList", 0)),
        _ => throw new SimulationException("At most one permissions boundary can be simulated."),
    };

    private AttachedPolicy? ReadResourcePolicy()
    {
        if (inputs.ResourcePolicy is not { } text)
        {
            return null;
        }

        if (callerArn is null)
        {
            throw new SimulationException("A resource policy needs a CallerArn.");
        }

        if (inputs.Resources is not { Count: > 0 } resources || resources.Contains(Star, StringComparer.Ordinal))
        {
            throw new SimulationException("A resource policy needs ResourceArns to be attached to.");
        }

        var policy = PolicySimulation.Read(text, "ResourcePolicy", PolicyKind.Resource);
        foreach (var resource in resources)
        {
            var view = new ResourceView(resource);
            if (!policy.Document!.Statements.Any(statement => statement.Compiled.MatchesResource(view, context, ofResource: true)))
            {
                throw new SimulationException($"The resource policy is not applicable to {resource}.");
            }
        }

        return policy;
    }

    private SimulatedStatement[] Statements(Explanation one) =>
    [
        .. one.Matched.Select(static match => new SimulatedStatement(
            match.Policy.Name,
            match.Layer is PolicyLayer.Resource or PolicyLayer.Trust ? "Resource Policy" : "IAM Policy",
            match.Statement.Start,
            match.Statement.End)),
    ];

    private bool? AllowedByOrganizations(IReadOnlyList<Explanation> each) => inputs.InOrganization && inputs.PolicySourceArn is not null
        ? each.All(static one => one.Layers.Where(static layer => layer.Layer == PolicyLayer.ServiceControl).All(static layer => layer.Outcome == DecisionOutcome.Allowed))
        : null;

    private bool? AllowedByBoundary(IReadOnlyList<Explanation> each) => policies.Boundary is null
        ? null
        : each.All(static one => one.Layers.Any(static layer => layer is { Layer: PolicyLayer.Boundary, Outcome: DecisionOutcome.Allowed }));

    // PE-122: filled across accounts, empty within one, absent for "*" and when an SCP denies.
    private static KeyValuePair<string, DecisionOutcome>[]? Details(Explanation one)
    {
        if (one.Request.Resource == Star || one.Decision is { Allowed: false, Layer: PolicyLayer.ServiceControl })
        {
            return null;
        }

        if (!one.CrossAccount)
        {
            return [];
        }

        return
        [
            .. one.Layers.Select(static layer => (Name: layer.Layer switch
            {
                PolicyLayer.Identity => "IAM Policy",
                PolicyLayer.Resource or PolicyLayer.Trust => "Resource Policy",
                PolicyLayer.Boundary => "Permissions Boundary Policy",
                _ => null,
            }, layer.Outcome)).Where(static pair => pair.Name is not null).Select(static pair => KeyValuePair.Create(pair.Name!, pair.Outcome)),
        ];
    }

    private static DecisionOutcome Worst(IReadOnlyList<Explanation> each) =>
        each.Any(static one => one.Decision.Outcome == DecisionOutcome.ExplicitDeny) ? DecisionOutcome.ExplicitDeny
        : each.All(static one => one.Decision.Allowed) ? DecisionOutcome.Allowed
        : DecisionOutcome.ImplicitDeny;

    private static bool IsRole(string resource) => Has(resource, "iam", "role/");

    private static bool IsKey(string resource) => Has(resource, "kms", "key/");

    private static bool Has(string resource, string service, string start) =>
        ArnFields.TryRead(resource, out var fields) && fields.Service(resource).SequenceEqual(service) && fields.Rest(resource).StartsWith(start);
}
