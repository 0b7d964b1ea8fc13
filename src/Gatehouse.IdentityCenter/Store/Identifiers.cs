using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Finds users and groups by what only one of them has.</summary>
internal static class Identifiers
{
    /// <summary>The user; null when there is none, or nothing that only one may have is named.</summary>
    internal static IdentityUser? FindUser(Account account, AlternateIdentifier? by) => by switch
    {
        { ExternalId: { } external } => account.IdentityUsers.Mentioning(Mention(external)).FirstOrDefault(),
        { UniqueAttribute: { } attribute } when TextOf(attribute) is { } text => Path(attribute) switch
        {
            "userName" => account.IdentityUsers.Find(text),
            "emails.value" => account.IdentityUsers.Mentioning(IdentityUser.MentionOfEmail(text)).FirstOrDefault(),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The group; null when there is none, or nothing that only one may have is named.</summary>
    internal static IdentityGroup? FindGroup(Account account, AlternateIdentifier? by) => by switch
    {
        { ExternalId: { } external } => account.IdentityGroups.Mentioning(Mention(external)).FirstOrDefault(),
        { UniqueAttribute: { } attribute } when TextOf(attribute) is { } text && Path(attribute) == "displayName" => account.IdentityGroups.Find(text),
        _ => null,
    };

    /// <summary>Refuses an attribute that more than one may have, and a value that is no text.</summary>
    /// <exception cref="ValidationException">It is one.</exception>
    internal static void Require(AlternateIdentifier by, params ReadOnlySpan<string> unique)
    {
        if (by.UniqueAttribute is not { } attribute)
        {
            return;
        }

        if (!unique.Contains(Path(attribute)))
        {
            throw StoreRefusals.Invalid($"The attribute path '{attribute.AttributePath}' is not supported.");
        }

        if (TextOf(attribute) is null)
        {
            throw StoreRefusals.Invalid($"The value at '{attribute.AttributePath}' is not a string.");
        }
    }

    /// <summary>The value that a list is narrowed to; null when it is not.</summary>
    /// <exception cref="ValidationException">It is narrowed by another attribute than this.</exception>
    internal static string? Filter(IReadOnlyList<Filter>? filters, string attribute) => filters switch
    {
        null or [] => null,
        [{ } only] when Camel(only.AttributePath) == Camel(attribute) => only.AttributeValue,
        [{ } other, ..] => throw StoreRefusals.Invalid($"The attribute path '{other.AttributePath}' is not supported in a filter."),
    };

    private static string Mention(ExternalId external) => new ExternalIdentity(external.Issuer, external.Id).Mention;

    private static string Path(UniqueAttribute attribute) => string.Join('.', attribute.AttributePath.Split('.').Select(Camel));

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string? TextOf(UniqueAttribute attribute)
    {
        try
        {
            return attribute.AttributeValue is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }
}
