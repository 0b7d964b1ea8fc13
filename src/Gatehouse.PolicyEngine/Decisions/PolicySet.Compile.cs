namespace Gatehouse.PolicyEngine;

public sealed partial class PolicySet
{
    private PolicySet(IReadOnlyList<AttachedPolicy> policies)
    {
        Policies = policies;
        Readable = policies.All(static policy => policy.Document is not null);
    }

    /// <summary>Indexes policies for deciding. Their documents are shared, not compiled again.</summary>
    /// <param name="policies">The policies.</param>
    public static PolicySet Compile(IReadOnlyList<AttachedPolicy> policies) => new([.. policies]);
}
