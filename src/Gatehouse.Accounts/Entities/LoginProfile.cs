using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>The password with which a user, or the root user, signs in to the console. The user's is there from the first; root's may still have to be chosen.</summary>
public sealed record LoginProfile : IEntity<LoginProfile>
{
    /// <inheritdoc/>
    public static string TableName => "loginprofile";

    /// <inheritdoc/>
    public static JsonTypeInfo<LoginProfile> Json => EntityJson.Default.LoginProfile;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>The id of the user whose it is; null when it is the root user's.</summary>
    public string? UserId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The password; null for a root user who has yet to choose one by the way of a lost password.</summary>
    public PasswordHash? Password { get; init; }

    /// <summary>When the password was last set: its age counts from then.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Whether it must be changed at the next sign-in [AU-702].</summary>
    public bool ResetRequired { get; init; }

    /// <summary>The passwords before this one, newest first, for the check of reuse [AU-708].</summary>
    public ImmutableArray<PasswordHash> Former { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => UserId ?? Account.RootOwner;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => Key;

    /// <summary>When the password is too old for a policy; null when it never will be. A policy bears on passwords that stand already [AU-701].</summary>
    public DateTimeOffset? ExpiresUnder(PasswordPolicy? policy) => policy?.MaxAgeDays is { } days ? Changed.AddDays(days) : null;

    /// <summary>The profile with another password; the one it had becomes a former one.</summary>
    public LoginProfile WithPassword(PasswordHash password, bool resetRequired, DateTimeOffset now) => this with
    {
        Password = password,

        // Never the same as before: sessions tell passwords apart by when they were set.
        Changed = now > Changed ? now : Changed.AddTicks(1),
        ResetRequired = resetRequired,
        Former = Password is null ? Former : [Password, .. Former.Take(PasswordPolicy.MostRemembered - 1)],
    };
}
