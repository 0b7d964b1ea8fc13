using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Entities;

/// <summary>Sessions that were ended before their time: one, or all of a principal that were issued before a moment [AU-340].</summary>
/// <remarks>Part of the account's snapshot, so that the next request of a session that it ends is refused.</remarks>
public sealed record Revocation : IEntity<Revocation>
{
    /// <summary>The longest that any session lives: what GetSessionToken and GetFederationToken give at most [AU-301].</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(36);

    private const string FederatedUsers = "federated-user/";

    /// <inheritdoc/>
    public static string TableName => "revocation";

    /// <inheritdoc/>
    public static JsonTypeInfo<Revocation> Json => EntityJson.Default.Revocation;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The unique id of the principal, the account's number for its root, what <see cref="OfFederatedUser"/> gives, or the id of the lasting key that sessions were made from.</summary>
    public required string Principal { get; init; }

    /// <summary>The name that the sessions have; null when any has.</summary>
    public string? SessionName { get; init; }

    /// <summary>The one session; null when it is not about one.</summary>
    public string? SessionId { get; init; }

    /// <summary>Sessions that were issued before this moment have ended.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>When none of these sessions could live any longer anyway, so that this is of no use any more.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When they were ended.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The ARN of who ended them.</summary>
    public required string By { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => SessionId is not null ? $"session/{SessionId}" : SessionName is null ? Principal : $"{Principal}/{SessionName}";

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => Principal;

    /// <summary>Whether it is about the sessions that were made from a lasting key.</summary>
    [JsonIgnore]
    public bool IsOfKey => Principal.StartsWith("AKIA", StringComparison.Ordinal);

    /// <summary>What stands for the unique id of federated users of a name, which have none.</summary>
    public static string OfFederatedUser(string name) => FederatedUsers + name;

    /// <summary>The end of one session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="now">The moment.</param>
    /// <param name="by">The ARN of who ends it.</param>
    public static Revocation Of(SessionNote session, DateTimeOffset now, string by) => new()
    {
        Principal = session.PrincipalId,
        SessionId = session.Id,
        Before = DateTimeOffset.MaxValue,
        Expires = session.Expires,
        Created = now,
        By = by,
    };

    /// <summary>Whether a session of an account was ended. Costs a look-up; the request path asks once for a version of the account.</summary>
    public static bool Ended(Account account, SessionContents session) =>
        Ended(account, session.Kind, session.PrincipalId, session.SessionName, session.SessionId, session.Issued) || EndedWithKey(account, session);

    /// <summary>Whether a session was ended together with the lasting key that it was made from. Allocates nothing.</summary>
    /// <param name="account">The account of the key, which need not be the session's.</param>
    /// <param name="session">The session.</param>
    public static bool EndedWithKey(Account account, SessionContents session) => EndedWithKey(account, session.SourceKey, session.SessionId, session.Issued);

    /// <summary>The same of a session that is only remembered.</summary>
    public static bool Ended(Account account, SessionNote session) =>
        Ended(account, session.Kind, session.PrincipalId, session.Name, session.Id, session.Issued) || EndedWithKey(account, session.SourceKey, session.Id, session.Issued);

    /// <summary>The same of what is no session of credentials: somebody's at the portal, or a program's that they let in.</summary>
    public static bool Ended(Account account, string principal, string session, DateTimeOffset began) =>
        Cover(account.Revocations.OwnedBy(principal), "", session, began);

    private static bool Ended(Account account, SessionKind kind, string principal, string name, string id, DateTimeOffset issued)
    {
        var revocations = account.Revocations;
        return revocations.Count > 0
            && (Cover(revocations.OwnedBy(principal), name, id, issued)
                || (kind == SessionKind.FederatedUser && Cover(revocations.OwnedBy(OfFederatedUser(name)), name, id, issued)));
    }

    private static bool EndedWithKey(Account account, string? key, string id, DateTimeOffset issued) =>
        key is not null && account.Revocations.Count > 0 && Cover(account.Revocations.OwnedBy(key), "", id, issued);

    private static bool Cover(ImmutableArray<Revocation> revocations, string name, string id, DateTimeOffset issued)
    {
        foreach (var revocation in revocations)
        {
            if (issued < revocation.Before
                && (revocation.SessionId is null || string.Equals(revocation.SessionId, id, StringComparison.Ordinal))
                && (revocation.SessionName is null || string.Equals(revocation.SessionName, name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
