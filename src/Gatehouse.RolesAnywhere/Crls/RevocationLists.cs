using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Finds certificate revocation lists. One is seen in its own region only.</summary>
internal static class RevocationLists
{
    internal static Arn Target(string id, Call call) => RevocationList.ArnOf(call.Region, call.Account.Id, id);

    internal static RevocationList? Find(Account account, string region, string id) =>
        account.RevocationLists.Find(id) is { } one && one.Region == region ? one : null;

    /// <exception cref="Contracts.RolesAnywhere.ResourceNotFoundException">There is none.</exception>
    internal static RevocationList Require(Account account, Call call, string id) => Find(account, call.Region, id) ?? throw Refusals.NoCrl(id);

    internal static void RequireTags(string id, Call call, Requirements needs) => needs.ResourceTags(Find(call.Account, call.Region, id)?.Tags, service: null);

    /// <summary>Changes one.</summary>
    internal static RevocationList Change(Draft draft, string id, Func<RevocationList, RevocationList> change)
    {
        var changed = change(Require(draft.Account, draft.Call, id)) with { Updated = draft.Now };
        draft.Put(changed);
        return changed;
    }
}
