using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Organizations;

/// <summary>The names of what an organization holds, as the account that governs it calls them.</summary>
/// <remarks>
/// All carry the number of the account that asks: only the management account may, and a member that tries is asked
/// about something of its own before it is refused, so that it learns nothing.
/// </remarks>
internal static class Arns
{
    // What an account without an organization would ask about.
    private const string NoOrganization = "o-unknown";

    internal static Arn OfOrganization(Account account) => new($"arn:aws:organizations::{account.Id}:organization/{IdOf(account)}");

    internal static Arn OfAccount(Account account, string member) => Of(account, "account", member);

    internal static Arn OfUnit(Account account, string unit) => Of(account, "ou", unit);

    internal static Arn OfRoot(Account account, string root) => Of(account, "root", root);

    /// <summary>The name of a root, unit or account, by its id.</summary>
    internal static Arn OfNode(Account account, string id) => id.AsSpan() switch
    {
        ['r', '-', ..] => OfRoot(account, id),
        ['o', 'u', '-', ..] => OfUnit(account, id),
        _ => OfAccount(account, id),
    };

    /// <summary>The name of a policy, whether or not there is one with this id.</summary>
    internal static Arn OfPolicy(Account account, string id) =>
        account.Organization is not null && account.OrganizationPolicies.Find(id) is { } policy && policy.Id == id
            ? policy.ArnIn(account)
            : OfPolicy(account, Policies.PolicyTypes.ServiceControl, id);

    /// <summary>The name of a policy of a type.</summary>
    internal static Arn OfPolicy(Account account, string type, string id) => OrganizationPolicy.ArnOf(account.Id, IdOf(account), type, id);

    private static Arn Of(Account account, string kind, string id) => new($"arn:aws:organizations::{account.Id}:{kind}/{IdOf(account)}/{id}");

    private static string IdOf(Account account) => account.Organization?.Id ?? account.Profile.Membership?.OrganizationId ?? NoOrganization;
}
