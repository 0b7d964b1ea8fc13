using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A person in an identity store: no principal of any account, but somebody who gets roles in accounts.</summary>
public sealed record IdentityUser : IEntity<IdentityUser>
{
    /// <inheritdoc/>
    public static string TableName => "identityuser";

    /// <inheritdoc/>
    public static JsonTypeInfo<IdentityUser> Json => EntityJson.Default.IdentityUser;

    /// <summary>Its id, a UUID: what assignments and <c>identitystore:UserId</c> name.</summary>
    public required string Id { get; init; }

    /// <summary>The name with which the person signs in, unique in its store in any case.</summary>
    public required string UserName { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who made it: an ARN.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Who changed it last: an ARN.</summary>
    public required string UpdatedBy { get; init; }

    /// <summary>Whether it may not sign in, and what it had of the portal is over.</summary>
    public bool Disabled { get; init; }

    /// <summary>What it looks like: an object as <c>DescribeUser</c> writes it, without ids, name, status and dates.</summary>
    public string Attributes { get; init; } = "{}";

    /// <summary>The ids that others know it by, each with its issuer.</summary>
    public ImmutableArray<ExternalIdentity> ExternalIds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its password; null while it has none, and cannot sign in.</summary>
    public PasswordHash? Password { get; init; }

    /// <summary>When the password was last set; null while there is none.</summary>
    public DateTimeOffset? PasswordSet { get; init; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    /// <summary>Its authenticator apps, in the order in which they were brought in. They are nobody's else's: IAM does not list them.</summary>
    public ImmutableArray<MfaDevice> Devices { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => UserName;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? UniqueId => Id;

    /// <summary>Its e-mail address, and the ids that others know it by: each is one user's alone.</summary>
    [JsonIgnore]
    public IEnumerable<string> Mentions => ExternalIds.Select(one => one.Mention).Concat(Email is { } email ? [MentionOfEmail(email)] : []);

    /// <summary>Its first e-mail address; null when it has none.</summary>
    [JsonIgnore]
    public string? Email
    {
        get
        {
            using var attributes = JsonDocument.Parse(Attributes);
            return attributes.RootElement.TryGetProperty("Emails", out var emails) && emails.ValueKind == JsonValueKind.Array && emails.GetArrayLength() > 0
                && emails[0].TryGetProperty("Value", out var value) ? value.GetString() : null;
        }
    }

    /// <summary>What finds the user with an e-mail address, in any case, by <see cref="Table{T}.Mentioning"/>.</summary>
    public static string MentionOfEmail(string email) => "email\n" + email.ToUpperInvariant();

    /// <summary>The user with another password.</summary>
    public IdentityUser WithPassword(PasswordHash password, bool resetRequired, DateTimeOffset now) => this with
    {
        Password = password,

        // Never the same as before: sessions tell passwords apart by when they were set.
        PasswordSet = PasswordSet is { } before && now <= before ? before.AddTicks(1) : now,
        PasswordResetRequired = resetRequired,
    };
}
