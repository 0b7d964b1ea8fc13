using Gatehouse.Contracts.SsoAdmin;

namespace Gatehouse.IdentityCenter;

/// <summary>How much an instance may have: AWS's defaults (IAM Identity Center User Guide, "Quotas"), where AWS's reasons are ours too.</summary>
internal static class Quotas
{
    internal const int PermissionSets = 3500;

    internal const int SetsPerAccount = 500;

    /// <summary>AWS's and customers' managed policies of a permission set, together.</summary>
    internal const int PoliciesPerSet = 20;

    /// <summary>Characters of an inline policy, white space not counted; with it, the model's own limit counts.</summary>
    internal const int InlinePolicySize = 10_240;

    internal const int Tags = 50;

    /// <summary>The most requests about roles that may be under way at a time.</summary>
    internal const int RequestsUnderWay = 1000;

    /// <summary>The most finished requests that can be asked for, and how many days.</summary>
    internal const int RequestsKept = 1000;

    internal const int RequestDays = 90;

    /// <summary>Refuses one more than there may be.</summary>
    /// <exception cref="ServiceQuotaExceededException">There are as many already.</exception>
    internal static void Require(int have, int most, string what)
    {
        if (have >= most)
        {
            throw new ServiceQuotaExceededException($"The quota for {what} is {most}.");
        }
    }
}
