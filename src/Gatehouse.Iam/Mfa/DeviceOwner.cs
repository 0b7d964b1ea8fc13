using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Mfa;

/// <summary>Whose devices a call is about: those of the user it names, or the caller's own, root's too.</summary>
/// <param name="Holder">The unique id of the user, or <see cref="Accounts.Account.RootOwner"/>.</param>
/// <param name="Name">How answers call the owner.</param>
internal sealed record DeviceOwner(string Holder, string Name)
{
    /// <summary>How answers call the root user, and how root names itself where a name must be given.</summary>
    internal const string RootName = "root";

    /// <summary>The owner.</summary>
    /// <exception cref="NoSuchEntityException">There is no user of the name.</exception>
    /// <exception cref="ApiException">None is named, and the caller has no devices of its own.</exception>
    internal static DeviceOwner Of(string? name, Call call, Accounts.Account account)
    {
        if (IsRoot(name, call, account))
        {
            return new(Accounts.Account.RootOwner, RootName);
        }

        var user = account.RequireUser(Subject.NameOf(name, call));
        return new(user.Id, user.Name);
    }

    /// <summary>What a call is checked on: the user, or root.</summary>
    internal static Arn Target(string? name, Call call) => IsRoot(name, call, call.Account) ? Arn.Root(call.Account.Id) : Subject.Target(name, call);

    /// <summary>Adds the tags of the user, and how a denial prints it.</summary>
    internal static void Require(string? name, Call call, Requirements needs)
    {
        if (!IsRoot(name, call, call.Account))
        {
            Subject.Require(name, call, needs);
        }
    }

    /// <summary>The user that has a device; null when it is nobody's or root's.</summary>
    internal static User? UserOf(MfaDevice device, Accounts.Account account) => account.Users.FindById(device.Holder);

    // AWS: some of these operations want a name, and root has none; it is understood under the name its own GetUser shows, unless a user has that.
    private static bool IsRoot(string? name, Call call, Accounts.Account account) =>
        call.Caller.Kind == CallerKind.Root && (name is null || (name == RootName && !account.Users.Contains(name)));
}
