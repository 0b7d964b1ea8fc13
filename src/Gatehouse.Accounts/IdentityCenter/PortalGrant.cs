using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What somebody who is signed in at the portal gave a program [AU-851].</summary>
/// <remarks>Travels inside tokens: names are never changed.</remarks>
public sealed record PortalGrant
{
    /// <summary>The scope with which a program may ask for roles in accounts.</summary>
    public const string AccountAccess = "sso:account:access";

    /// <summary>Its id, by which it can be ended: 32 lowercase hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>By which session it was given, and with which it ends.</summary>
    public required PortalSession Session { get; init; }

    /// <summary>Which program has it: the hash of its client id, or the ARN of an application.</summary>
    public required string Client { get; init; }

    /// <summary>What for; empty for programs that say nothing, which may ask for roles. Applications always say.</summary>
    public ImmutableArray<string> Scopes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it is good for roles in accounts.</summary>
    [JsonIgnore]
    public bool IsForAccounts => Scopes.Contains(AccountAccess) || (Scopes.IsEmpty && !Client.StartsWith("arn:", StringComparison.Ordinal));

    /// <summary>What is remembered of it by whoever ends it.</summary>
    public SessionNote Note() => Session.Note() with { Id = Id };
}
