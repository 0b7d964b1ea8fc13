namespace Gatehouse.PolicyEngine;

/// <summary>The policies of one layer, indexed by action. Immutable; make one per principal or node and keep it.</summary>
public sealed partial class PolicySet
{
    /// <summary>No policies at all, which allow nothing.</summary>
    public static PolicySet Empty { get; } = Compile([]);

    /// <summary>The policies, in evaluation order.</summary>
    public IReadOnlyList<AttachedPolicy> Policies { get; }

    /// <summary>Every policy could be read; if not, whatever is asked of the set is denied (PE-3).</summary>
    public bool Readable { get; }
}
