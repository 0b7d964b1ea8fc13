using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>The store and what is in it, as operations find it by what a request names.</summary>
internal static class StoreStanding
{
    /// <summary>The instance whose store is named, if that is the account's own.</summary>
    /// <exception cref="ResourceNotFoundException">It is not.</exception>
    internal static IdentityCenterInstance RequireStore(this Account account, string storeId) =>
        account.IdentityCenter is { } instance && instance.IdentityStoreId == storeId ? instance : throw StoreRefusals.NoStore(storeId);

    /// <exception cref="ResourceNotFoundException">There is no such store or user.</exception>
    internal static IdentityUser RequireIdentityUser(this Account account, string storeId, string userId)
    {
        account.RequireStore(storeId);
        return account.IdentityUsers.FindById(userId) ?? throw StoreRefusals.NoUser(userId);
    }

    /// <exception cref="ResourceNotFoundException">There is no such store or user.</exception>
    internal static IdentityUser RequireMember(this Account account, string storeId, MemberId member) => account.RequireIdentityUser(storeId, member.UserId!);

    /// <exception cref="ResourceNotFoundException">There is no such store or group.</exception>
    internal static IdentityGroup RequireIdentityGroup(this Account account, string storeId, string groupId)
    {
        account.RequireStore(storeId);
        return account.IdentityGroups.FindById(groupId) ?? throw StoreRefusals.NoGroup(groupId);
    }

    /// <exception cref="ResourceNotFoundException">There is no such store or membership.</exception>
    internal static IdentityMembership RequireMembership(this Account account, string storeId, string membershipId)
    {
        account.RequireStore(storeId);
        return account.IdentityMemberships.FindById(membershipId) ?? throw StoreRefusals.NoMembership(membershipId);
    }

    /// <summary>Who is in a group, in the order of keys. Keys begin with the group, so only its own are looked at.</summary>
    internal static IEnumerable<IdentityMembership> MembershipsOf(this Account account, IdentityGroup group)
    {
        var all = account.IdentityMemberships;
        for (var place = all.CountUpTo(IdentityMembership.KeyOf(group.Id, "")); place < all.Count && all[place].GroupId == group.Id; place++)
        {
            yield return all[place];
        }
    }
}
