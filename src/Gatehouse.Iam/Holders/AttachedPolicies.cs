using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Policies;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Operations;
using Gatehouse.Wire;
using AttachedPolicyShape = Gatehouse.Contracts.Iam.Shapes.AttachedPolicy;

namespace Gatehouse.Iam.Holders;

/// <summary>The managed policies attached to users, groups and roles, as the operations on all three treat them.</summary>
/// <remarks>
/// Functions from a holder to what it will have attached, so that an operation reads
/// <c>draft.Put(user with { AttachedPolicies = AttachedPolicies.Attach(draft, user, arn) })</c>.
/// </remarks>
internal static class AttachedPolicies
{
    /// <summary>What is attached to a holder once a policy is; attaching it twice changes nothing.</summary>
    /// <exception cref="NoSuchEntityException">There is no such policy.</exception>
    /// <exception cref="PolicyNotAttachableException">It is only for roles that services own.</exception>
    /// <exception cref="LimitExceededException">There are as many as may be.</exception>
    internal static ImmutableArray<string> Attach(Draft draft, IHolder holder, string arn)
    {
        var policy = draft.Call.FindPolicy(draft.Account, arn)
            ?? throw new NoSuchEntityException($"Policy {arn} does not exist or is not attachable.");
        if (AwsManagedPolicies.Owns(arn) && policy.Path.StartsWith("/aws-service-role/", StringComparison.Ordinal) && holder is not Role { IsServiceLinked: true })
        {
            throw new PolicyNotAttachableException($"Cannot attach a Service Role Policy to a Customer {holder.Title()}.");
        }

        if (holder.AttachedPolicies.Contains(arn, StringComparer.Ordinal))
        {
            return holder.AttachedPolicies;
        }

        draft.Call.RequireRoom(holder.AttachedQuota(), holder.AttachedPolicies.Length);
        return holder.AttachedPolicies.Add(arn);
    }

    /// <summary>What is attached to a holder once a policy no longer is.</summary>
    /// <exception cref="NoSuchEntityException">It is not attached, or there is no such policy: AWS says the same of both.</exception>
    internal static ImmutableArray<string> Detach(IHolder holder, string arn)
    {
        PolicySubject.RequireArn(arn);
        var rest = holder.AttachedPolicies.Remove(arn, StringComparer.Ordinal);
        return rest.Length < holder.AttachedPolicies.Length ? rest : throw new NoSuchEntityException($"Policy {arn} was not found.");
    }

    /// <summary>A page of what is attached under a path, in the order of names.</summary>
    internal static Page<AttachedPolicyShape> List(IHolder holder, string? pathPrefix, string? marker, int? maxItems)
    {
        var under = holder.AttachedPolicies.Where(arn => PathOf(arn).StartsWith(pathPrefix ?? "/", StringComparison.Ordinal));
        var page = Paging.Of(under.OrderBy(KeyOf, StringComparer.Ordinal), KeyOf, marker, maxItems);
        return new(page.Items.Select(arn => new AttachedPolicyShape { PolicyArn = arn, PolicyName = NameOf(arn) }).ToList(), page.Marker);
    }

    // An account may have a policy of the same name as one of AWS's; AWS's comes first.
    private static string KeyOf(string arn) => NameOf(arn).ToUpperInvariant() + (AwsManagedPolicies.Owns(arn) ? "" : " ");

    private static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static string PathOf(string arn) => arn[arn.IndexOf('/', StringComparison.Ordinal)..(arn.LastIndexOf('/') + 1)];
}
