namespace Gatehouse.PolicyEngine;

/// <summary>
/// Looks for changes, cheapest first: explains the request as changed so far, takes what stands in the way next, and tries every remedy for it.
/// </summary>
internal sealed class CounterfactualSearch
{
    // So that one change more always weighs more than any kind of change.
    private const int PerChange = 100;

    // A remedy for each of a thousand statements would only repeat the same advice.
    private const int MostRemedies = 48;

    private readonly AuthorizationRequest request;
    private readonly PolicyInputs policies;
    private readonly CounterfactualOptions options;
    private readonly bool allowed;
    private int left;

    internal CounterfactualSearch(AuthorizationRequest request, PolicyInputs policies, CounterfactualOptions options)
    {
        // Asked many times and by copies of itself: suppliers are asked once, here.
        this.request = request with { Context = ContextEdits.Copy(request.Context, null, null) };
        this.policies = policies;
        this.options = options;
        allowed = Evaluator.Decide(this.request, policies).Allowed;
        left = options.MostEvaluations;
    }

    internal IReadOnlyList<Counterfactual> Run()
    {
        var budget = left;
        left = budget / 2;
        var found = Search(straight: false);
        if (found.Count == 0)
        {
            // Many layers stand in the way: make straight for the end, although fewer changes might do.
            left = budget - (budget / 2);
            found = Search(straight: true);
        }

        return [.. found.OrderBy(static one => Cost(one.Changes))];
    }

    private static int Cost(IReadOnlyList<CounterfactualChange> changes) => changes.Sum(static change => PerChange + (int)change.Kind);

    private List<Counterfactual> Search(bool straight)
    {
        var found = new List<Counterfactual>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new PriorityQueue<CounterfactualChange[], (int Cost, int Order)>();
        var order = 0;
        queue.Enqueue([], (0, order++));
        while (found.Count < options.MostAnswers && left-- > 0 && queue.TryDequeue(out var changes, out _))
        {
            var (changed, with) = Apply(changes);
            var explanation = Evaluator.Explain(changed, with);
            if (explanation.Decision.Allowed != allowed)
            {
                if (!CanLeaveOut(changes))
                {
                    found.Add(new(changes, explanation.Decision));
                }

                continue;
            }

            foreach (var remedy in new Remedies(explanation, with, allow: !allowed).All().Take(MostRemedies))
            {
                CounterfactualChange[] next = [.. changes, .. remedy];
                if (next.Length <= options.MostChanges && !ChangesKeyTwice(next) && seen.Add(string.Join('\n', next.Select(static change => change.Signature).Order(StringComparer.Ordinal))))
                {
                    var ahead = straight ? Blockers(explanation) - remedy.Length : 0;
                    queue.Enqueue(next, (straight ? (ahead * PerChange * options.MostChanges) + Cost(next) : Cost(next), order++));
                }
            }
        }

        return found;
    }

    private static int Blockers(Explanation explanation) =>
        explanation.Layers.Count(static layer => layer.Outcome != DecisionOutcome.Allowed) + explanation.Trace.Count(static one => one.Applies && one.Match.Statement.Effect == PolicyEffect.Deny);

    private static bool ChangesKeyTwice(CounterfactualChange[] changes) =>
        changes.Where(static change => change.Kind is CounterfactualKind.SetContext or CounterfactualKind.RemoveContext)
            .GroupBy(static change => change.Key, StringComparer.OrdinalIgnoreCase).Any(static group => group.Skip(1).Any());

    private bool CanLeaveOut(CounterfactualChange[] changes)
    {
        for (var i = 0; changes.Length > 1 && i < changes.Length; i++)
        {
            left--;
            var (changed, with) = Apply([.. changes[..i], .. changes[(i + 1)..]]);
            if (Evaluator.Decide(changed, with).Allowed != allowed)
            {
                return true;
            }
        }

        return false;
    }

    private (AuthorizationRequest Request, PolicyInputs Policies) Apply(CounterfactualChange[] changes)
    {
        var (changed, with) = (request, policies);
        foreach (var change in changes)
        {
            if (change.Kind is CounterfactualKind.SetContext or CounterfactualKind.RemoveContext)
            {
                changed = changed with { Context = ContextEdits.Copy(changed.Context, change.Key, change.Kind == CounterfactualKind.SetContext ? [.. change.Values] : null) };
            }
            else
            {
                with = InputEdits.Apply(with, change);
            }
        }

        return (changed, with);
    }
}
