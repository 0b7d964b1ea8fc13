namespace Gatehouse.Accounts.Audit;

/// <summary>The role or user behind a session, as CloudTrail's <c>sessionIssuer</c> tells it.</summary>
public sealed record AuditIssuer
{
    /// <summary><c>Role</c>, <c>IAMUser</c> or <c>Root</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its unique id.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its account.</summary>
    public required string Account { get; init; }

    /// <summary>Its name; null for root.</summary>
    public string? Name { get; init; }
}
