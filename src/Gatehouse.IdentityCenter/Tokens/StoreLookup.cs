using System.Text.Json;
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

        var found = account.IdentityUsers.Where(user => path == IssuerRules.Emails ? HasAddress(user, value) : user.ExternalIds.Any(id => id.Id == value)).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    private static bool HasAddress(IdentityUser user, string value)
    {
        using var attributes = JsonDocument.Parse(user.Attributes);
        return attributes.RootElement.TryGetProperty("Emails", out var addresses) && addresses.ValueKind == JsonValueKind.Array
            && addresses.EnumerateArray().Any(address => address.TryGetProperty("Value", out var text) && text.ValueKind == JsonValueKind.String
                && string.Equals(text.GetString(), value, StringComparison.OrdinalIgnoreCase));
    }
}
