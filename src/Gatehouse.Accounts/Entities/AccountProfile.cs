using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Accounts.Entities;

/// <summary>What an account says of itself: one row in each account.</summary>
public sealed record AccountProfile : IEntity<AccountProfile>
{
    /// <inheritdoc/>
    public static string TableName => "account";

    /// <inheritdoc/>
    public static JsonTypeInfo<AccountProfile> Json => EntityJson.Default.AccountProfile;

    /// <summary>The account's twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, as people know it.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address of its root user.</summary>
    public required string Email { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Its alias; null when it has none. Unique over the installation.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether its principals are refused [AU-118].</summary>
    public bool Suspended { get; init; }

    /// <summary>The organization it belongs to; null when it stands alone.</summary>
    public Membership? Membership { get; init; }

    /// <summary>What it asks of passwords; null when it said nothing, and AWS's defaults hold.</summary>
    public PasswordPolicy? PasswordPolicy { get; init; }

    /// <summary>Which form session tokens from the global endpoint have: 1 or 2; null when that was not said, which means 1.</summary>
    public int? GlobalTokenVersion { get; init; }

    /// <summary>Who cannot sign in to it without a second factor, beyond what the installation asks [AU-616].</summary>
    public SecondFactorNeed SecondFactor { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => "self";
}
