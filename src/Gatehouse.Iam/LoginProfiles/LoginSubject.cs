using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Wire;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>Whose login profile a call is about: that of the user it names, the caller's own, or root's [AU-322].</summary>
/// <param name="UserId">The id of the user; null for the root user.</param>
/// <param name="Name">How answers call the owner.</param>
internal sealed record LoginSubject(string? UserId, string Name)
{
    private const string RootName = "root";

    /// <summary>The owner.</summary>
    /// <exception cref="NoSuchEntityException">There is no user of the name.</exception>
    /// <exception cref="ApiException">None is named, and the caller is neither a user nor an assumed root.</exception>
    internal static LoginSubject Of(string? name, Call call, Account account)
    {
        // AWS: root's password is the business of an AssumeRoot session, not of root itself.
        if (name is null && IsAssumedRoot(call))
        {
            return new(null, RootName);
        }

        var user = account.RequireUser(Subject.NameOf(name, call));
        return new(user.Id, user.Name);
    }

    /// <summary>Whether the caller is a session with which a management account acts as a member's root.</summary>
    internal static bool IsAssumedRoot(Call call) => call.Caller is { Kind: CallerKind.Root, Session.Kind: SessionKind.AssumedRoot };

    /// <summary>The profile; null when there is none.</summary>
    internal LoginProfile? ProfileIn(Account account) => account.LoginProfiles.Find(UserId ?? Account.RootOwner);

    /// <summary>The profile.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal LoginProfile RequireProfile(Account account) =>
        ProfileIn(account) ?? throw new NoSuchEntityException($"Login Profile for User {Name} cannot be found.");

    /// <summary>Refuses when there is a profile.</summary>
    /// <exception cref="EntityAlreadyExistsException">There is.</exception>
    internal void RequireNone(Account account)
    {
        if (ProfileIn(account) is not null)
        {
            throw new EntityAlreadyExistsException($"Login Profile for user {Name} already exists.");
        }
    }

    /// <summary>The profile as the wire shows it.</summary>
    internal Shapes.LoginProfile Describe(LoginProfile profile) => new()
    {
        UserName = Name,
        CreateDate = profile.Created,
        PasswordResetRequired = profile.ResetRequired,
    };
}
