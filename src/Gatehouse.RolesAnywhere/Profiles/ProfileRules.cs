using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.PolicyEngine;
using Gatehouse.Wire;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>What a profile may hold.</summary>
internal static class ProfileRules
{
    internal const string Service = "rolesanywhere.amazonaws.com";

    /// <summary>Whoever gives roles to a profile must have the right to pass them to the service.</summary>
    internal static void RequirePass(IReadOnlyList<string>? roleArns, Requirements needs)
    {
        foreach (var role in roleArns ?? [])
        {
            needs.Pass(new(role), Service);
        }
    }

    /// <summary>The roles of a profile.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">One belongs to another account, or stands twice.</exception>
    internal static ImmutableArray<string> Roles(IReadOnlyList<string> arns, Account account)
    {
        foreach (var arn in arns)
        {
            if (!new Arn(arn).IsIn(account.Id) || !new Arn(arn).IsKind("role/"))
            {
                throw Refusals.Invalid($"Role ARN {Echo.Of(arn)} is not of a role of this account.");
            }
        }

        return arns.Distinct(StringComparer.Ordinal).Count() == arns.Count ? [.. arns] : throw Refusals.Invalid("A profile must not have the same role twice.");
    }

    /// <summary>The inline session policy of a profile.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">It cannot be read.</exception>
    internal static string? SessionPolicy(string? policy) =>
        policy is not null && PolicyValidator.Validate(policy, PolicyKind.Session) is { Valid: false } read ? throw Refusals.Invalid(read.Problems[0].WireText) : policy;

    /// <summary>The managed session policies of a profile.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">There is none of that ARN, neither of the account nor of AWS.</exception>
    internal static ImmutableArray<string> Policies(IReadOnlyList<string>? arns, Draft draft)
    {
        foreach (var arn in arns ?? [])
        {
            if (draft.Call.Installation.AwsPolicies.FindFor(draft.Account, arn) is null)
            {
                throw Refusals.Invalid($"ARN {Echo.Of(arn)} is not valid or does not exist.");
            }
        }

        return [.. arns ?? []];
    }
}
