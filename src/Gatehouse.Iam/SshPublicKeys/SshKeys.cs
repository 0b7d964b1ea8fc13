using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>What the operations on SSH keys have in common.</summary>
internal static class SshKeys
{
    /// <summary>One of the keys of a user.</summary>
    /// <exception cref="NoSuchEntityException">There is no such user, no such key, or it is another's.</exception>
    internal static (User User, SshPublicKey Key) Require(Account account, string userName, string id)
    {
        var user = account.RequireUser(userName);
        return account.SshPublicKeys.Find(id) is { } key && key.UserId == user.Id
            ? (user, key)
            : throw new NoSuchEntityException($"The Public Key with id {id} cannot be found.");
    }

    /// <summary>The key as the wire shows it.</summary>
    internal static Shapes.SSHPublicKey Describe(this SshPublicKey key, User user, string body) => new()
    {
        UserName = user.Name,
        SSHPublicKeyId = key.Id,
        Fingerprint = key.Fingerprint,
        SSHPublicKeyBody = body,
        Status = key.Status.ToString(),
        UploadDate = key.Uploaded,
    };
}
