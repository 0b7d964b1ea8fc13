using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>What the tests reached: each statement must apply in one of them, and each condition of it hold in one and fail in another.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<PolicyStatement, Seen> statements = [];
    private readonly List<(LoadedPolicy Policy, PolicyStatement Statement)> order = [];

    /// <summary>How many things there are to reach.</summary>
    internal int Total => statements.Values.Sum(static seen => seen.Total);

    /// <summary>How many of them were reached.</summary>
    internal int Reached => statements.Values.Sum(static seen => seen.Reached);

    internal int Percent => Total == 0 ? 100 : Reached * 100 / Total;

    internal string Summary => $"coverage {Percent} % ({Reached} of {Total})";

    /// <summary>What was not reached, in the order written.</summary>
    internal IEnumerable<Gap> Gaps => order.SelectMany(one => statements[one.Statement].Missing(one.Statement).Select(what => new Gap(one.Policy.Of(one.Statement), what.Rule, what.Text)));

    internal bool AtLeast(int percent) => (long)Reached * 100 >= (long)percent * Total;

    /// <summary>Counts the statements of policies as something to reach.</summary>
    internal void Expect(PolicyGroup policies)
    {
        foreach (var policy in policies.All)
        {
            foreach (var statement in policy.Document.Statements)
            {
                if (statements.TryAdd(statement, new(statement.Conditions.Count)))
                {
                    order.Add((policy, statement));
                }
            }
        }
    }

    /// <summary>Counts what a question reached.</summary>
    internal void Note(Explanation explanation)
    {
        foreach (var one in explanation.Trace)
        {
            var seen = statements[one.Match.Statement];
            seen.Applied |= one.Applies;
            if (one.Action && one.Resource && one.Principal)
            {
                for (var i = 0; i < one.Conditions.Count; i++)
                {
                    seen.Held[i] |= one.Conditions[i].Holds;
                    seen.Missed[i] |= !one.Conditions[i].Holds;
                }
            }
        }
    }

    /// <summary>Something that no test reached.</summary>
    /// <param name="Place">Where its statement is.</param>
    /// <param name="Rule">Stable name of what is missing.</param>
    /// <param name="Text">What is missing, in words.</param>
    internal sealed record Gap(Origin Place, string Rule, string Text)
    {
        public override string ToString() => $"{Place}: {Text}";
    }

    private sealed class Seen(int conditions)
    {
        internal bool Applied { get; set; }

        internal bool[] Held { get; } = new bool[conditions];

        internal bool[] Missed { get; } = new bool[conditions];

        internal int Total => 1 + (2 * Held.Length);

        internal int Reached => (Applied ? 1 : 0) + Held.Count(static held => held) + Missed.Count(static missed => missed);

        internal IEnumerable<(string Rule, string Text)> Missing(PolicyStatement statement)
        {
            var name = LoadedPolicy.NameOf(statement);
            if (!Applied)
            {
                yield return ("statement-not-reached", $"{name} never applies");
            }

            for (var i = 0; i < Held.Length; i++)
            {
                var condition = statement.Conditions[i];
                var what = (Held[i], Missed[i]) switch
                {
                    (true, true) => null,
                    (true, false) => "never fails",
                    (false, true) => "never holds",
                    _ => "is never asked",
                };
                if (what is not null)
                {
                    yield return ("condition-not-reached", $"{name}: {condition.Operator} {condition.Key} {what}");
                }
            }
        }
    }
}
