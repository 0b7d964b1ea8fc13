using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Policies;

/// <summary>Permissions boundaries as the operations that set them check them.</summary>
internal static class Boundaries
{
    /// <summary>Refuses a boundary that is no managed policy of AWS's or of the account's; null is no boundary.</summary>
    /// <exception cref="InvalidInputException">It is not the ARN of a policy.</exception>
    /// <exception cref="NoSuchEntityException">There is no such policy.</exception>
    internal static void RequireBoundary(this Draft draft, string? arn)
    {
        if (arn is null)
        {
            return;
        }

        // AWS: the code is not the one that attaching a policy answers for the same mistake.
        if (!PolicySubject.IsPolicyArn(arn))
        {
            throw new InvalidInputException($"ARN {arn} is not valid.");
        }

        if (draft.Call.Installation.AwsPolicies.FindFor(draft.Account, arn) is null)
        {
            throw new NoSuchEntityException($"Scope ARN: {arn} does not exist or is not attachable.");
        }
    }
}
