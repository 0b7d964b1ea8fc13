using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Finds the one user of an identity store whom another directory's word is about.</summary>
internal static class StoreLookup
{
    /// <summary>The user; null when there is none, or more than one.</summary>
    /// <param name="account">The account of the store.</param>
    /// <param name="path">The attribute: one that <see cref="IssuerRules.AttributePath"/> takes.</param>
    /// <param name="value">Its value.</param>
    internal static IdentityUser? Find(Account account, string path, string value)
    {
        if (path == IssuerRules.UserName)
        {
            return account.IdentityUsers.Find(value);
        }

        var found = (path == IssuerRules.Emails
            ? account.IdentityUsers.Mentioning(IdentityUser.MentionOfEmail(value))
            : account.IdentityUsers.Where(user => user.ExternalIds.Any(id => id.Id == value))).Take(2).ToList();
        return found is [var only] ? only : null;
    }
}
