using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>A wish of one account to act in another for a while, and what became of it.</summary>
/// <remarks>
/// It is made in the account that wishes. Once somebody takes it up, it lives in that one's account, and what stays behind
/// says only which account took it.
/// </remarks>
public sealed record DelegationRequest : IEntity<DelegationRequest>
{
    private static readonly TimeSpan UnassignedSpan = TimeSpan.FromDays(1);
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public static string TableName => "delegation";

    /// <inheritdoc/>
    public static JsonTypeInfo<DelegationRequest> Json => EntityJson.Default.DelegationRequest;

    /// <inheritdoc/>
    public static StringComparer Keys => StringComparer.Ordinal;

    /// <summary>Its id, in the form of a UUID that ends in the number of the account that wishes.</summary>
    public required string Id { get; init; }

    /// <summary>The account that wishes.</summary>
    public required string Requestor { get; init; }

    /// <summary>Its name.</summary>
    public required string RequestorName { get; init; }

    /// <summary>The account that is asked, or that took it up; null while anyone may.</summary>
    public string? OwnerAccount { get; init; }

    /// <summary>The ARN of who took it up; null while nobody has, and always where it was made unless that is the same account.</summary>
    public string? Owner { get; init; }

    /// <summary>The ARN of who granted it.</summary>
    public string? Approver { get; init; }

    /// <summary>The unique id of the user or role that granted it, whose rights are delegated.</summary>
    public string? ApproverId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>What the account that wishes says of this one wish.</summary>
    public string? Message { get; init; }

    /// <summary>The ARN of the policy that it was made from.</summary>
    public string? Template { get; init; }

    /// <summary>What was put in place of the template's placeholders.</summary>
    public ImmutableArray<DelegationParameter> Parameters { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is wished for: the template with its placeholders filled.</summary>
    public required string Policy { get; init; }

    /// <summary>What the account that wishes calls it; unique among its requests.</summary>
    public required string Workflow { get; init; }

    /// <summary>Where a browser goes afterwards.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The ARN of the topic that the token is sent to.</summary>
    public required string Channel { get; init; }

    /// <summary>How long the delegated session lasts, in seconds.</summary>
    public required int SessionSeconds { get; init; }

    /// <summary>Whether only its owner may send the token.</summary>
    public bool OnlySendByOwner { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it came to its state, or was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The state it was left in; <see cref="StateAt"/> tells whether its time ran out since.</summary>
    public required DelegationState State { get; init; }

    /// <summary>What was noted when it was handed on.</summary>
    public string? Notes { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>When its time runs out: a day after it was made, seven days after anything that happened to it.</summary>
    [JsonIgnore]
    public DateTimeOffset Expires => Updated + (State == DelegationState.Unassigned ? UnassignedSpan : Span);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Id;

    /// <summary>Its state at a moment.</summary>
    public DelegationState StateAt(DateTimeOffset now) => now >= Expires ? DelegationState.Expired : State;

    /// <summary>The ARN of a request that need not exist, as an account calls it.</summary>
    public static Arn ArnOf(string account, string id) => Arn.Iam(account, $"delegation-request/{id}");
}
