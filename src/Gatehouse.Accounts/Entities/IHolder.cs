using System.Collections.Immutable;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Entities;

/// <summary>What users, groups and roles have in common: they hold policies.</summary>
public interface IHolder
{
    /// <summary>Its unique id.</summary>
    string Id { get; }

    /// <summary>Its name, in the case it was given.</summary>
    string Name { get; }

    /// <summary>Its path, <c>/</c> or <c>/…/</c>.</summary>
    string Path { get; }

    /// <summary>The policies it holds itself, ordered by name.</summary>
    ImmutableArray<InlinePolicy> InlinePolicies { get; }

    /// <summary>The ARNs of the managed policies attached to it, in the order they were attached.</summary>
    ImmutableArray<string> AttachedPolicies { get; }

    /// <summary>The ARN of its permissions boundary; always null for groups.</summary>
    string? PermissionsBoundary { get; }

    /// <summary>Its ARN in an account.</summary>
    Arn ArnIn(string account);
}
