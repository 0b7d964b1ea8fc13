using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>What the operations on service-specific credentials have in common.</summary>
internal static class Credentials
{
    /// <summary>The user whose credential it is: the one that is named, or else the one it belongs to, for an id tells its user.</summary>
    internal static Arn Target(string? userName, string id, Call call) =>
        userName is null && OwnerOf(id, call) is { } owner ? owner.ArnIn(call.Account.Id) : Subject.Target(userName, call);

    /// <summary>Adds the user's tags and the credential's service.</summary>
    internal static void Require(string? userName, string id, Call call, Requirements needs)
    {
        Subject.Require(userName ?? OwnerOf(id, call)?.Name, call, needs);
        needs.Key("iam:ServiceSpecificCredentialServiceName", call.Account.ServiceCredentials.Find(id)?.Service);
    }

    /// <summary>A credential, and its user.</summary>
    /// <exception cref="NoSuchEntityException">There is no such user, no such credential, or it is another's.</exception>
    internal static (User User, ServiceCredential Credential) RequireCredential(this Account account, string? userName, string id)
    {
        var named = userName is null ? null : account.RequireUser(userName);
        return account.ServiceCredentials.Find(id) is { } credential && (named is null || named.Id == credential.UserId)
            ? (named ?? OwnerOf(credential, account), credential)
            : throw new NoSuchEntityException($"No such credential {id} exists");
    }

    /// <summary>The user whose credential it is.</summary>
    internal static User OwnerOf(ServiceCredential credential, Account account) =>

        // INVARIANT: a user that has credentials cannot be deleted.
        account.Users.FindById(credential.UserId) ?? throw new InvalidOperationException($"The credential {credential.Id} belongs to no user.");

    /// <summary>Gives a credential a new secret.</summary>
    /// <returns>The credential with the secret sealed, and the secret for the one answer that shows it.</returns>
    internal static (ServiceCredential Credential, string Secret) Sealed(this Draft draft, ServiceCredential credential)
    {
        var installation = draft.Call.Installation;
        var secret = ServiceKinds.Require(credential.Service).NewSecret(installation.Ids, credential.Alias);
        using var plain = Secret.FromText(secret);
        var box = installation.Secrets.Seal(SecretKind.ServiceCredential, draft.Account.Id, credential.Id, credential.SecretVersion, plain.Bytes);
        return (credential with { Secret = box }, secret);
    }

    /// <summary>The credential as the wire shows it, once, with its secret.</summary>
    internal static Shapes.ServiceSpecificCredential Describe(this ServiceCredential credential, User user, string secret, DateTimeOffset now)
    {
        var isKey = ServiceKinds.Require(credential.Service).ApiKey is not null;
        return new()
        {
            CreateDate = credential.Created,
            ExpirationDate = credential.Expires,
            ServiceName = credential.Service,
            ServiceUserName = isKey ? null : credential.Alias,
            ServicePassword = isKey ? null : secret,
            ServiceCredentialAlias = isKey ? credential.Alias : null,
            ServiceCredentialSecret = isKey ? secret : null,
            ServiceSpecificCredentialId = credential.Id,
            UserName = user.Name,
            Status = credential.StatusAt(now).ToString(),
        };
    }

    /// <summary>The credential as lists show it.</summary>
    internal static Shapes.ServiceSpecificCredentialMetadata DescribeListed(this ServiceCredential credential, User user, DateTimeOffset now)
    {
        var isKey = ServiceKinds.Require(credential.Service).ApiKey is not null;
        return new()
        {
            UserName = user.Name,
            Status = credential.StatusAt(now).ToString(),
            ServiceUserName = isKey ? null : credential.Alias,
            ServiceCredentialAlias = isKey ? credential.Alias : null,
            CreateDate = credential.Created,
            ExpirationDate = credential.Expires,
            ServiceSpecificCredentialId = credential.Id,
            ServiceName = credential.Service,
        };
    }

    /// <summary>A number as a condition key.</summary>
    internal static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static User? OwnerOf(string id, Call call) => call.Account.Users.FindById(call.Account.ServiceCredentials.Find(id)?.UserId);
}
