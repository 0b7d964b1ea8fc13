using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Finds trust anchors. One is seen in its own region only.</summary>
internal static class Anchors
{
    internal static Arn Target(string id, Call call) => TrustAnchor.ArnOf(call.Region, call.Account.Id, id);

    internal static TrustAnchor? Find(Account account, string region, string id) =>
        account.TrustAnchors.Find(id) is { } anchor && anchor.Region == region ? anchor : null;

    /// <exception cref="Contracts.RolesAnywhere.ResourceNotFoundException">There is none.</exception>
    internal static TrustAnchor Require(Account account, Call call, string id) => Find(account, call.Region, id) ?? throw Refusals.NoTrustAnchor(id);

    internal static void RequireTags(string id, Call call, Requirements needs) => needs.ResourceTags(Find(call.Account, call.Region, id)?.Tags, service: null);

    /// <summary>Changes one.</summary>
    internal static TrustAnchor Change(Draft draft, string id, Func<TrustAnchor, TrustAnchor> change)
    {
        var changed = change(Require(draft.Account, draft.Call, id)) with { Updated = draft.Now };
        draft.Put(changed);
        return changed;
    }
}
