using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;

namespace Gatehouse.Own.Sessions;

/// <summary>Whose sessions an ARN means: root's, a user's, a role's, those of a role with one name, those of a federated user, or those that somebody of the identity store has at the portal.</summary>
/// <param name="Principal">The unique id, as a <see cref="Revocation"/> keeps it.</param>
/// <param name="SessionName">The name of the sessions; null when any is meant.</param>
internal readonly record struct SessionScope(string Principal, string? SessionName)
{
    /// <summary>Reads an ARN of the account.</summary>
    /// <exception cref="InvalidInputException">It names nothing that has sessions, or something of another account.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such role or user.</exception>
    internal static SessionScope Of(string text, Account account)
    {
        var arn = new Arn(text);
        if (text.StartsWith(PortalSession.UserArns, StringComparison.Ordinal))
        {
            // AWS: the ARNs of people name no account.
            return account.IdentityUsers.FindById(text[PortalSession.UserArns.Length..]) is { } person ? new(person.Id, null) : throw Missing(text);
        }

        if (!arn.IsWellFormed || !arn.IsIn(account.Id))
        {
            throw new InvalidInputException($"{text} is not the ARN of a principal of account {account.Id}.");
        }

        return (arn.Service, arn.Resource.Split('/')) switch
        {
            ("iam", ["root"]) => new(account.Id, null),
            ("iam", ["user", .., var name]) => account.Users.Find(name) is { } user && user.ArnIn(account.Id).Text == text ? new(user.Id, null) : throw Missing(text),
            ("iam", ["role", .., var name]) => account.Roles.Find(name) is { } role && role.ArnIn(account.Id).Text == text ? new(role.Id, null) : throw Missing(text),
            ("sts", ["assumed-role", var name, { Length: > 0 } session]) =>
                account.Roles.Find(name) is { } role && role.Name == name ? new(role.Id, session) : throw Missing(text),
            ("sts", ["federated-user", { Length: > 0 } name]) => new(Revocation.OfFederatedUser(name), name),
            _ => throw new InvalidInputException($"{text} is not the ARN of a root user, user, role, role session, federated user or user of the identity store."),
        };
    }

    /// <summary>Whether a session is one of these.</summary>
    internal bool Holds(SessionNote session) =>
        (session.PrincipalId == Principal || (session.Kind == SessionKind.FederatedUser && Revocation.OfFederatedUser(session.Name) == Principal))
        && (SessionName is null || session.Name == SessionName);

    private static ResourceNotFoundException Missing(string text) => new($"There is no principal {text}.");
}
