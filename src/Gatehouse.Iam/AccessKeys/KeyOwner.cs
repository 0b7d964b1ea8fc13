using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Wire;

namespace Gatehouse.Iam.AccessKeys;

/// <summary>Whose access keys or signing certificates a call is about: those of the user it names, or the caller's own, root's too [AU-207].</summary>
/// <param name="UserId">The id of the user; null for the root user.</param>
/// <param name="Name">How answers call the owner.</param>
internal sealed record KeyOwner(string? UserId, string Name)
{
    /// <summary>How answers call the root user, as GetUser does.</summary>
    internal const string RootName = "root";

    /// <summary>By what tables know the owner.</summary>
    internal string Owner => UserId ?? Accounts.Account.RootOwner;

    /// <summary>The owner.</summary>
    /// <exception cref="NoSuchEntityException">There is no user of the name.</exception>
    /// <exception cref="ApiException">None is named, and the caller has no keys of its own.</exception>
    internal static KeyOwner Of(string? name, Call call, Accounts.Account account)
    {
        if (name is null && call.Caller.Kind == CallerKind.Root)
        {
            return new(null, RootName);
        }

        var user = account.RequireUser(Subject.NameOf(name, call));
        return new(user.Id, user.Name);
    }

    /// <summary>Its keys, oldest first.</summary>
    internal IEnumerable<AccessKey> KeysIn(Accounts.Account account) =>
        account.AccessKeys.OwnedBy(Owner).OrderBy(PlaceOf, StringComparer.Ordinal);

    /// <summary>One of its keys.</summary>
    /// <exception cref="NoSuchEntityException">There is none of this id, or it is another's: AWS says the same of both.</exception>
    internal AccessKey RequireKey(Accounts.Account account, string id) =>
        account.AccessKeys.Find(id) is { } key && string.Equals(key.UserId, UserId, StringComparison.Ordinal)
            ? key
            : throw new NoSuchEntityException($"The Access Key with id {id} cannot be found.");

    /// <summary>Where a key stands in lists.</summary>
    internal static string PlaceOf(AccessKey key) => Places.Of(key.Created, key.Id);
}
