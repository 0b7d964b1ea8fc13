using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Policies;
using Gatehouse.Contracts.Iam;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Policies;

/// <summary>The managed policy that a call names by its ARN.</summary>
internal static class PolicySubject
{
    /// <summary>Whether a text is the ARN of a managed policy, be there one or not.</summary>
    internal static bool IsPolicyArn(string text) =>
        new Arn(text) is { IsWellFormed: true, Service: "iam" } arn && arn.Resource.StartsWith("policy/", StringComparison.Ordinal);

    /// <summary>Adds the policy's tags, and how a denial prints it [PE-95].</summary>
    internal static Requirements Require(string arn, Call call, Requirements needs) =>
        needs.ResourceTags(call.Installation.AwsPolicies.FindFor(call.Account, arn)?.Tags, service: null).PrintAs($"policy {arn}");

    /// <summary>Refuses what is not the ARN of a policy.</summary>
    /// <exception cref="ApiException">It is not.</exception>
    internal static void RequireArn(string arn)
    {
        if (!IsPolicyArn(arn))
        {
            throw new CommonException(CommonError.Validation, $"ARN {arn} is not valid.");
        }
    }

    /// <summary>A managed policy by its ARN: AWS's, or the account's; null when there is none.</summary>
    /// <exception cref="ApiException">It is not the ARN of a policy.</exception>
    internal static ManagedPolicy? FindPolicy(this Call call, Account account, string arn)
    {
        RequireArn(arn);
        return call.Installation.AwsPolicies.FindFor(account, arn);
    }

    /// <summary>A managed policy by its ARN: AWS's, or the account's.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static ManagedPolicy RequirePolicy(this Call call, string arn) =>
        call.FindPolicy(call.Account, arn) ?? throw new NoSuchEntityException($"Policy {arn} was not found.");

    /// <summary>A managed policy of the account, to be changed.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    /// <exception cref="ApiException">It is AWS's own: nobody may change those [PE-16].</exception>
    internal static ManagedPolicy RequireOwnPolicy(this Draft draft, string arn)
    {
        RequireOwn(arn);
        return draft.Call.FindPolicy(draft.Account, arn) ?? throw new NoSuchEntityException($"Policy {arn} was not found.");
    }

    /// <summary>Refuses AWS's own policies, be there such a policy or not [PE-16].</summary>
    /// <exception cref="ApiException">It is one of AWS's.</exception>
    internal static void RequireOwn(string arn)
    {
        if (AwsManagedPolicies.Owns(arn))
        {
            throw new CommonException(CommonError.AccessDenied, "Policy is outside your own account.");
        }
    }
}
