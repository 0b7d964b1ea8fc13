using System.Collections.Immutable;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>The session of a role that somebody of an identity store gets by a permission set [AU-852].</summary>
public static class PortalRoleSession
{
    private const string Action = "sts:AssumeRoleWithSAML";
    private const string Audience = "https://signin.aws.amazon.com/saml";
    private const int MostName = 64;

    /// <summary>Begins it.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="owner">The account that owns the instance.</param>
    /// <param name="user">Who gets it.</param>
    /// <param name="held">The permission set, and the account.</param>
    /// <param name="target">That account as it is; null when it does not exist.</param>
    /// <param name="management">The management account of its organization; null when it belongs to none.</param>
    /// <param name="call">The request, whose network and moment the role's trust policy sees.</param>
    /// <returns>Null when the role is not there, its account is suspended, or something denies it.</returns>
    public static IssuedSession? TryBegin(
        Installation installation, Account owner, IdentityUser user, AssignedRole held, Account? target, Account? management, Call call)
    {
        ArgumentNullException.ThrowIfNull(installation);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(held);
        if (owner.IdentityCenter is not { } instance || target is not { Exists: true, Profile.Suspended: false }
            || target.Roles.Find(held.PermissionSet.RoleNameIn(target.Id)) is not { } role || !role.Path.StartsWith(PermissionSet.ReservedPath, StringComparison.Ordinal))
        {
            return null;
        }

        var proof = new ProvenIdentity
        {
            ProviderArn = instance.ProviderArnIn(target.Id),
            Issuer = StartAddress.Of(installation.Address, instance.IdentityStoreId),
            Subject = user.UserName,
            SubjectType = "persistent",
            NameQualifier = ProvenIdentity.QualifierOf(StartAddress.Of(installation.Address, instance.IdentityStoreId), target.Id, instance.ProviderNameIn(target.Id)),
            Audience = Audience,
            Keys = [new("SAML:aud", [Audience]), new("SAML:iss", [StartAddress.Of(installation.Address, instance.IdentityStoreId)])],
            Tags = [.. UserAttributes.TagsOf(instance, user)],
        };
        var name = NameOf(user);
        var attempt = PortalTrail.Of(call, target, role, held, proof, name);
        if (!FederatedTrust.Allows(call with { Owner = target, OwnerManagement = management }, role, Action, proof, name))
        {
            call.Happened?.Invoke(attempt with { ErrorCode = "AccessDenied", ErrorMessage = $"Not authorized to perform {Action}" });
            return null;
        }

        var issued = installation.TryIssue(target.Id, id => new()
        {
            Kind = SessionKind.AssumedRole,
            Account = target.Id,
            PrincipalId = role.Id,
            PrincipalArn = role.ArnIn(target.Id).Text,
            SessionName = name,
            SessionId = id,
            Issued = call.Now,
            Expires = call.Now.AddSeconds(held.PermissionSet.SessionSeconds),
            Tags = [.. proof.Tags.Select(static tag => new SessionTag(tag.Key, tag.Value, Transitive: false))],
            Provider = proof.ProviderArn,
            FederationKeys = ImmutableArray.Create(new FederationKey("identitystore:UserId", [user.Id])),
            Delivery = SessionDelivery.IdentityCenter,
        });
        if (issued is not null)
        {
            call.Happened?.Invoke(attempt with { ResponseElements = PortalTrail.Describe(role, proof, issued) });
        }

        return issued;
    }

    // What session names cannot hold becomes a dash, as far as they are long.
    private static string NameOf(IdentityUser user)
    {
        var name = string.Concat(user.UserName.Select(static letter => char.IsAsciiLetterOrDigit(letter) || "_+=,.@-".Contains(letter, StringComparison.Ordinal) ? letter : '-'));
        return name.Length > MostName ? name[..MostName] : name.Length < 2 ? name + "-" : name;
    }
}
