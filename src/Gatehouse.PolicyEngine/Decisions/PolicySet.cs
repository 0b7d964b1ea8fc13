namespace Gatehouse.PolicyEngine;

/// <summary>The policies of one layer, indexed by action. Immutable; make one per principal or node and keep it.</summary>
public sealed class PolicySet
{
    private PolicySet(IReadOnlyList<AttachedPolicy> policies)
    {
        Policies = policies;
        Readable = policies.All(static policy => policy.Document is not null);
        Index = new(policies.SelectMany(static policy => policy.Document?.Statements ?? []).Select(static statement => statement.Compiled));
    }

    /// <summary>No policies at all, which allow nothing.</summary>
    public static PolicySet Empty { get; } = Compile([]);

    /// <summary>The policies, in evaluation order.</summary>
    public IReadOnlyList<AttachedPolicy> Policies { get; }

    /// <summary>Every policy could be read; if not, whatever is asked of the set is denied (PE-3).</summary>
    public bool Readable { get; }

    internal PolicyIndex Index { get; }

    /// <summary>Indexes policies for deciding. Their documents are shared, not compiled again.</summary>
    /// <param name="policies">The policies.</param>
    public static PolicySet Compile(IReadOnlyList<AttachedPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new([.. policies]);
    }
}
