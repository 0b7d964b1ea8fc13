using Gatehouse.Accounts;
using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Holders;

/// <summary>The policies that users, groups and roles hold themselves, as the operations on all three treat them.</summary>
/// <remarks>
/// Functions from a holder to what it will hold, so that an operation reads
/// <c>draft.Put(user with { InlinePolicies = InlinePolicies.Put(user, name, document, draft.Call) })</c>.
/// </remarks>
internal static class InlinePolicies
{
    /// <summary>What a holder holds once a document is written under a name, new or known.</summary>
    /// <exception cref="MalformedPolicyDocumentException">The document may not be saved.</exception>
    /// <exception cref="LimitExceededException">All its documents together would be too large.</exception>
    internal static ImmutableArray<InlinePolicy> Put(IHolder holder, string name, string document, Call call)
    {
        Documents.Require(document, PolicyKind.Identity);
        var others = holder.InlinePolicies.RemoveAll(policy => Same(policy.Name, name));
        var size = others.Sum(policy => Documents.SizeOf(policy.Document)) + Documents.SizeOf(document);
        var most = call.Installation.Quotas[holder.InlineQuota()];
        if (size > most)
        {
            throw new LimitExceededException($"Maximum policy size of {most} bytes exceeded for {holder.Noun()} {holder.Name}");
        }

        var place = others.Count(policy => StringComparer.OrdinalIgnoreCase.Compare(policy.Name, name) < 0);
        return others.Insert(place, new(name, document));
    }

    /// <summary>The policy of a name.</summary>
    /// <exception cref="NoSuchEntityException">The holder has none of this name.</exception>
    internal static InlinePolicy Require(IHolder holder, string name) =>
        holder.InlinePolicies.FirstOrDefault(policy => Same(policy.Name, name))
            ?? throw new NoSuchEntityException($"The {holder.Noun()} policy with name {name} cannot be found.");

    /// <summary>What a holder holds without the policy of a name.</summary>
    /// <exception cref="NoSuchEntityException">The holder has none of this name.</exception>
    internal static ImmutableArray<InlinePolicy> Without(IHolder holder, string name) => holder.InlinePolicies.Remove(Require(holder, name));

    /// <summary>A page of the names of what it holds.</summary>
    internal static Page<string> List(IHolder holder, string? marker, int? maxItems) =>
        Paging.Of(holder.InlinePolicies.Select(policy => policy.Name), name => name.ToUpperInvariant(), marker, maxItems);

    // Names in IAM keep their case, yet names that differ only in case are the same name.
    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
