using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Roles;

/// <summary>Turns the ARNs of a trust policy into unique ids when it is saved, and back when it is shown [PL-41].</summary>
/// <remarks>
/// A user or role that is deleted and made again under its old name is another one, and must not be trusted for its name.
/// Those of other accounts are looked up in their accounts, which are loaded first, so that what follows is a plain function.
/// </remarks>
internal sealed class Trustees
{
    private readonly FrozenDictionary<string, Account> others;

    private Trustees(FrozenDictionary<string, Account> others) => this.others = others;

    /// <summary>Loads the accounts whose users and roles are named.</summary>
    /// <param name="roles">Roles whose trust policies will be shown or replaced.</param>
    /// <param name="document">A trust policy that will be saved; null when none will.</param>
    /// <param name="reach">Reads accounts.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal static async ValueTask<Trustees> OfAsync(IEnumerable<Role> roles, PolicyDocument? document, Reach reach, CancellationToken cancel)
    {
        var known = roles.SelectMany(role => role.ForeignTrusts).Select(principal => principal.Account);
        var named = Principals(document).Where(principal => IsEntity(principal.Value)).Select(principal => new Arn(principal.Value).Account);
        var others = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (var id in known.Concat(named).Distinct(StringComparer.Ordinal).Where(id => id != reach.Call.Account.Id))
        {
            if (await reach.FindAccountAsync(id, cancel) is { } account)
            {
                others.Add(id, account);
            }
        }

        return new(others.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>A role with a document as its trust policy.</summary>
    /// <param name="role">The role; what it trusts already may be named by its id.</param>
    /// <param name="document">The document, found to be well formed.</param>
    /// <param name="own">The role's account.</param>
    /// <exception cref="MalformedPolicyDocumentException">It names a user or role that does not exist.</exception>
    internal Role Trust(Role role, PolicyDocument document, Account own)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        var foreign = ImmutableArray.CreateBuilder<ForeignPrincipal>();
        foreach (var principal in Principals(document))
        {
            var (text, account) = Resolve(principal, role, own)
                ?? throw new MalformedPolicyDocumentException(PolicyValidator.UnknownPrincipalText(principal));
            stored[principal.Value] = text;
            if (account is not null && account != own.Id && !foreign.Any(known => known.Id == text))
            {
                foreign.Add(new(text, account));
            }
        }

        // AWS: a document that needs no change comes back as it was written, lists of one included.
        var changed = stored.Any(pair => pair.Key != pair.Value);
        return role with
        {
            TrustPolicy = changed ? document.WithPrincipals(principal => Lookup(stored, principal)) : document.Text,
            ForeignTrusts = foreign.ToImmutable(),
        };
    }

    /// <summary>The trust policy of a role as answers carry it: ids are ARNs again, except of those that are gone.</summary>
    internal string Show(Role role, Account own, Call call)
    {
        var document = call.Installation.Policies.Attach(role.Name, null, role.TrustPolicy).Document;
        var shown = Principals(document).Select(principal => principal.Value).Distinct(StringComparer.Ordinal)
            .Select(value => KeyValuePair.Create(value, ArnOf(value, role, own)?.Text))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        return Documents.Encode(shown.Count == 0 ? role.TrustPolicy : document!.WithPrincipals(principal => Lookup(shown, principal)));
    }

    private static IEnumerable<PolicyPrincipal> Principals(PolicyDocument? document) =>
        (document?.Statements ?? []).SelectMany(statement => statement.Principals ?? []).Where(principal => principal.Type == PolicyPrincipalType.Aws);

    private static string Lookup(Dictionary<string, string> texts, PolicyPrincipal principal) =>
        principal.Type == PolicyPrincipalType.Aws ? texts.GetValueOrDefault(principal.Value, principal.Value) : principal.Value;

    /// <summary>What is stored for a principal, and whose it is if it was found; null when it must exist and does not.</summary>
    private (string Text, string? Account)? Resolve(PolicyPrincipal principal, Role role, Account own)
    {
        var value = principal.Value;
        if (IsAccount(value))
        {
            return (Arn.Root(value).Text, null);
        }

        if (IsUniqueId(value))
        {
            return OwnerOf(value, role, own) is { } owner ? (value, owner.Id) : null;
        }

        // [PL-41]: accounts that this installation does not hold cannot be asked, so their ARNs stay text.
        if (!IsEntity(value) || AccountOf(new Arn(value).Account, own) is not { } account)
        {
            return (value, null);
        }

        var name = value[(value.LastIndexOf('/') + 1)..];
        IHolder? holder = new Arn(value).Resource.StartsWith("user/", StringComparison.Ordinal) ? account.Users.Find(name) : account.Roles.Find(name);
        return holder is not null && holder.ArnIn(account.Id).Text == value ? (holder.Id, account.Id) : null;
    }

    private Arn? ArnOf(string value, Role role, Account own)
    {
        if (!IsUniqueId(value) || OwnerOf(value, role, own) is not { } account)
        {
            return null;
        }

        return account.Users.FindById(value)?.ArnIn(account.Id) ?? account.Roles.FindById(value)?.ArnIn(account.Id);
    }

    /// <summary>The account that has the user or role of a unique id; null when it is gone.</summary>
    private Account? OwnerOf(string id, Role role, Account own)
    {
        var account = AccountOf(role.ForeignTrusts.FirstOrDefault(principal => principal.Id == id)?.Account ?? own.Id, own);
        return account?.Users.FindById(id) is not null || account?.Roles.FindById(id) is not null ? account : null;
    }

    private Account? AccountOf(string id, Account own) => id == own.Id ? own : others.GetValueOrDefault(id);

    private static bool IsAccount(string value) => value.Length == 12 && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsUniqueId(string value) => value.StartsWith("AIDA", StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal);

    private static bool IsEntity(string value) => new Arn(value) is { Service: "iam" } arn
        && (arn.Resource.StartsWith("user/", StringComparison.Ordinal) || arn.Resource.StartsWith("role/", StringComparison.Ordinal));
}
