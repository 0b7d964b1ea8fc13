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

    internal const int Applications = 3000;

    /// <summary>AWS's own, which is not to be raised.</summary>
    internal const int ScopesPerApplication = 25;

    internal const int AssignmentsPerApplication = 10_000;

    internal const int TrustedTokenIssuers = 10;
}
