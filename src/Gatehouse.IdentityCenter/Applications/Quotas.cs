namespace Gatehouse.IdentityCenter.Applications;

/// <summary>How much an instance may have of what applications are made of.</summary>
internal static class Quotas
{
    internal const int Applications = 3000;

    /// <summary>AWS's own, which is not to be raised.</summary>
    internal const int ScopesPerApplication = 25;

    internal const int AssignmentsPerApplication = 10_000;

    internal const int TrustedTokenIssuers = 10;
}
