namespace Gatehouse.Accounts.Entities;

/// <summary>That an account belongs to an organization.</summary>
/// <param name="OrganizationId">The organization, <c>o-…</c>.</param>
/// <param name="ManagementAccount">The account that governs it, and whose stream holds it.</param>
public sealed record Membership(string OrganizationId, string ManagementAccount);
