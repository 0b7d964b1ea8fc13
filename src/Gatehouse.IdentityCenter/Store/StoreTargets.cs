using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>On what operations on identity stores are asked for: the store, and beside it everything they touch. What is not known is a star.</summary>
internal static class StoreTargets
{
    internal static Arn AllMemberships => Membership(null);

    internal static Arn AllGroups => Group(null);

    internal static Arn AllUsers => User((string?)null);

    internal static Arn Store(string storeId, Call call) => new($"arn:aws:identitystore::{call.Account.Id}:identitystore/{storeId}");

    internal static Arn User(string? id) => new($"arn:aws:identitystore:::user/{id ?? "*"}");

    internal static Arn User(MemberId? member) => User(member?.UserId);

    internal static Arn Group(string? id) => new($"arn:aws:identitystore:::group/{id ?? "*"}");

    internal static Arn Membership(string? id) => new($"arn:aws:identitystore:::membership/{id ?? "*"}");

    /// <summary>Asks for the action on more than the store, and says where the store is.</summary>
    internal static void On(this Requirements needs, string action, Call call, params ReadOnlySpan<Arn> more)
    {
        foreach (var arn in more)
        {
            needs.Also("identitystore:" + action, arn);
        }

        needs.Key("identitystore:PrimaryRegion", call.Account.IdentityCenter?.Region);
    }

    /// <summary>The directories that know a user, whom the operation is about.</summary>
    internal static void UserIssuers(this Requirements needs, Call call, string userId) =>
        needs.Key("identitystore:UserExternalIdIssuers", Issuers(call.Account.IdentityUsers.FindById(userId)?.ExternalIds));

    /// <summary>The directories that know a group, which the operation is about.</summary>
    internal static void GroupIssuers(this Requirements needs, Call call, string groupId) =>
        needs.Key("identitystore:GroupExternalIdIssuers", Issuers(call.Account.IdentityGroups.FindById(groupId)?.ExternalIds));

    /// <summary>Asks for the action on a membership, its group and its user.</summary>
    internal static void OnMembership(this Requirements needs, string action, Call call, string membershipId)
    {
        var membership = call.Account.IdentityMemberships.FindById(membershipId);
        needs.On(action, call, Group(membership?.GroupId), Membership(membershipId), User(membership?.UserId));
    }

    private static List<string>? Issuers(IEnumerable<ExternalIdentity>? ids) => ids?.Select(one => one.Issuer).Distinct(StringComparer.Ordinal).ToList();
}
