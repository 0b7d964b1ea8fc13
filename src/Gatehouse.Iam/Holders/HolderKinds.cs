using Gatehouse.Accounts.Entities;

namespace Gatehouse.Iam.Holders;

/// <summary>How the three kinds of holders differ: in their name, and in how much they may hold.</summary>
internal static class HolderKinds
{
    /// <summary>What messages call the holder: <c>user</c>, <c>group</c> or <c>role</c>.</summary>
    internal static string Noun(this IHolder holder) => holder switch
    {
        User => "user",
        Group => "group",
        Role => "role",
        _ => throw new InvalidOperationException($"{holder.GetType().Name} is a holder of an unknown kind."),
    };

    /// <summary>How large its inline policies may be together [PL-16].</summary>
    internal static int InlineSize(this IHolder holder) => holder switch
    {
        User => Quotas.UserPolicySize,
        Group => Quotas.GroupPolicySize,
        _ => Quotas.RolePolicySize,
    };

    /// <summary>How many managed policies may be attached to it, and how the quota is called.</summary>
    internal static (string Name, int Most) AttachedQuota(this IHolder holder) => holder switch
    {
        User => ("PoliciesPerUser", Quotas.AttachedPoliciesPerUser),
        Group => ("PoliciesPerGroup", Quotas.AttachedPoliciesPerGroup),
        _ => ("PoliciesPerRole", Quotas.AttachedPoliciesPerRole),
    };
}
