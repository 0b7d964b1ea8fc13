using System.Collections.Immutable;
using Gatehouse.Accounts;

namespace Gatehouse.Iam.ServiceLinkedRoles;

/// <summary>What the services of this installation do with the roles they own. Those that are not here do nothing with theirs.</summary>
internal static class ServiceRoleUse
{
    /// <summary>The ARNs of what a service needs its role for.</summary>
    internal static ImmutableArray<string> Of(Account account, string service) => service switch
    {
        // While an account belongs to an organization, the organization acts in it by this role.
        "organizations.amazonaws.com" when account.Profile.Membership is { } membership =>
            [$"arn:aws:organizations::{membership.ManagementAccount}:organization/{membership.OrganizationId}"],
        _ => [],
    };
}
