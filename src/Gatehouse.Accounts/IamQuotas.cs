using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gatehouse.Accounts;

/// <summary>How much an account may have of what IAM counts: AWS's defaults (IAM User Guide, "IAM and AWS STS quotas"), each of which can be changed.</summary>
/// <remarks>Immutable. Quotas are named as AWS's refusals name them.</remarks>
public sealed class IamQuotas
{
    /// <summary>Users in an account.</summary>
    public const string Users = "UsersPerAccount";

    /// <summary>Groups in an account.</summary>
    public const string Groups = "GroupsPerAccount";

    /// <summary>Roles in an account; those that services own come on top.</summary>
    public const string Roles = "RolesPerAccount";

    /// <summary>Customer managed policies in an account.</summary>
    public const string Policies = "PoliciesPerAccount";

    /// <summary>Instance profiles in an account.</summary>
    public const string InstanceProfiles = "InstanceProfilesPerAccount";

    /// <summary>Groups that a user belongs to.</summary>
    public const string GroupsPerUser = "GroupsPerUser";

    /// <summary>Managed policies attached to a user.</summary>
    public const string PoliciesPerUser = "PoliciesPerUser";

    /// <summary>Managed policies attached to a group.</summary>
    public const string PoliciesPerGroup = "PoliciesPerGroup";

    /// <summary>Managed policies attached to a role.</summary>
    public const string PoliciesPerRole = "PoliciesPerRole";

    /// <summary>Versions of a managed policy.</summary>
    public const string VersionsPerPolicy = "VersionsPerPolicy";

    /// <summary>Access keys of a user.</summary>
    public const string AccessKeysPerUser = "AccessKeysPerUser";

    /// <summary>Characters of a managed policy, white space not counted.</summary>
    public const string PolicySize = "PolicySize";

    /// <summary>Characters of all inline policies of a user together.</summary>
    public const string UserPolicySize = "UserPolicySize";

    /// <summary>Characters of all inline policies of a group together.</summary>
    public const string GroupPolicySize = "GroupPolicySize";

    /// <summary>Characters of all inline policies of a role together.</summary>
    public const string RolePolicySize = "RolePolicySize";

    /// <summary>Characters of a trust policy.</summary>
    public const string TrustPolicySize = "ACLSizePerRole";

    private static readonly FrozenDictionary<string, int> Defaults = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [Users] = 5000,
        [Groups] = 300,
        [Roles] = 1000,
        [Policies] = 1500,
        [InstanceProfiles] = 1000,
        [GroupsPerUser] = 10,
        [PoliciesPerUser] = 10,
        [PoliciesPerGroup] = 10,
        [PoliciesPerRole] = 10,
        [VersionsPerPolicy] = 5,
        [AccessKeysPerUser] = 2,
        [PolicySize] = 6144,
        [UserPolicySize] = 2048,
        [GroupPolicySize] = 5120,
        [RolePolicySize] = 10240,
        [TrustPolicySize] = 2048,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, int> changed;

    /// <summary>AWS's defaults.</summary>
    public IamQuotas()
        : this(ImmutableDictionary<string, int>.Empty)
    {
    }

    private IamQuotas(ImmutableDictionary<string, int> changed) => this.changed = changed;

    /// <summary>The names of all quotas.</summary>
    public static IEnumerable<string> Names => Defaults.Keys.Order(StringComparer.Ordinal);

    /// <summary>How much there may be.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public int this[string name] => changed.TryGetValue(name, out var most) ? most : Defaults[name];

    /// <summary>The same quotas but for one.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="most">How much there may be from now on.</param>
    /// <exception cref="ArgumentException">There is no such quota, or it cannot be so.</exception>
    public IamQuotas With(string name, int most)
    {
        if (!Defaults.ContainsKey(name))
        {
            throw new ArgumentException($"'{name}' is not a quota we know; ours are {string.Join(", ", Names)}.", nameof(name));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return new(changed.SetItem(name, most));
    }
}
