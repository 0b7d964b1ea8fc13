using Gatehouse.Accounts;
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

    /// <summary>The same at the beginning of a sentence.</summary>
    internal static string Title(this IHolder holder) => char.ToUpperInvariant(holder.Noun()[0]) + holder.Noun()[1..];

    /// <summary>The quota of the size of its inline policies together [PL-16].</summary>
    internal static string InlineQuota(this IHolder holder) => holder switch
    {
        User => IamQuotas.UserPolicySize,
        Group => IamQuotas.GroupPolicySize,
        _ => IamQuotas.RolePolicySize,
    };

    /// <summary>The quota of the managed policies attached to it.</summary>
    internal static string AttachedQuota(this IHolder holder) => holder switch
    {
        User => IamQuotas.PoliciesPerUser,
        Group => IamQuotas.PoliciesPerGroup,
        _ => IamQuotas.PoliciesPerRole,
    };
}
