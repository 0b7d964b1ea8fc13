using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Policies;

/// <summary>Looks managed policies up by the ARN that a request gives.</summary>
internal static class Boundaries
{
    /// <summary>Refuses a boundary that is no managed policy of AWS's or of the account's; null is no boundary.</summary>
    /// <exception cref="NoSuchEntityException">There is no such policy.</exception>
    internal static void RequireBoundary(this Draft draft, string? arn)
    {
        if (arn is not null && draft.Call.FindPolicy(draft.Account, arn) is null)
        {
            throw new NoSuchEntityException($"Scope ARN: {arn} does not exist or is not attachable.");
        }
    }

    /// <summary>A managed policy by its ARN: AWS's, or the account's; null when there is none.</summary>
    internal static Accounts.Entities.ManagedPolicy? FindPolicy(this Call call, Accounts.Account account, string arn)
    {
        if (!new Accounts.Identity.Arn(arn).IsWellFormed)
        {
            throw new CommonException(CommonError.Validation, $"ARN {arn} is not valid.");
        }

        return call.Installation.AwsPolicies.FindFor(account, arn);
    }
}
