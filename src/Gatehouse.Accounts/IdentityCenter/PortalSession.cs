using System.Text.Json.Serialization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>Somebody of an identity store who is signed in at the portal: no credentials of any account, but the right to ask for some.</summary>
/// <remarks>Travels inside tokens: names are never changed.</remarks>
public sealed record PortalSession
{
    /// <summary>What the ARNs of people begin with.</summary>
    public const string UserArns = "arn:aws:identitystore:::user/";

    /// <summary>How long it lasts: AWS's default.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>The account that owns the instance.</summary>
    public required string Account { get; init; }

    /// <summary>The identity store.</summary>
    public required string StoreId { get; init; }

    /// <summary>The user's id there.</summary>
    public required string UserId { get; init; }

    /// <summary>Its own id: 32 lowercase hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>When the password that was shown had been set: another one since, and it is over. Null where none was shown.</summary>
    public DateTimeOffset? PasswordOf { get; init; }

    /// <summary>The serial number of the second factor that was shown: once it is not the user's any more, it is over. Null where none was shown.</summary>
    public string? Device { get; init; }

    /// <summary>The name that ARNs of its user have.</summary>
    [JsonIgnore]
    public string UserArn => UserArns + UserId;

    /// <summary>Whose it is in the account as it stands; null when it is over.</summary>
    /// <param name="owner">The account that owns the instance, in the version that counts.</param>
    /// <param name="grant">The id of what was given to a program by it; null for the session itself.</param>
    /// <param name="now">The moment.</param>
    public IdentityUser? FindUser(Account? owner, string? grant, DateTimeOffset now) =>
        owner is { Exists: true, Profile.Suspended: false } && owner.Id == Account && now < Ends && owner.IdentityCenter?.IdentityStoreId == StoreId
        && owner.IdentityUsers.FindById(UserId) is { Disabled: false } user
        && (PasswordOf is not { } set || user.PasswordSet == set)
        && (Device is null || user.Devices.Any(device => device.SerialNumber == Device))
        && !Revocation.Ended(owner, UserId, Id, Began) && (grant is null || !Revocation.Ended(owner, UserId, grant, Began))
            ? user
            : null;

    /// <summary>A session that is only remembered.</summary>
    /// <param name="note">What is remembered.</param>
    /// <param name="owner">The account that owns the instance.</param>
    public static PortalSession Of(SessionNote note, Account owner)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(owner);
        return new()
        {
            Account = owner.Id,
            StoreId = owner.IdentityCenter?.IdentityStoreId ?? "",
            UserId = note.PrincipalId,
            Id = note.Id,
            Began = note.Issued,
            Ends = note.Expires,
            PasswordOf = note.PasswordOf,
            Device = note.Device,
        };
    }

    /// <summary>Has it remembered, so that whoever may end sessions sees it; null when there are too many to remember one more.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="now">The moment.</param>
    public LiveSession? Remember(Installation installation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(installation);
        return installation.Accounts.Loaded(Account)?.Activity.Sessions.Of(Note(), now);
    }

    /// <summary>What is remembered of it.</summary>
    public SessionNote Note() => new()
    {
        Id = Id,
        Kind = SessionKind.Portal,
        PrincipalId = UserId,
        PrincipalArn = UserArn,
        Name = "",
        AccessKeyId = "",
        Issued = Began,
        Expires = Ends,
        Mfa = Device is not null,
        PasswordOf = PasswordOf,
        Device = Device,
    };
}
