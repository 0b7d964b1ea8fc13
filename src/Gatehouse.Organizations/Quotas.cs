namespace Gatehouse.Organizations;

/// <summary>AWS's quotas (Organizations User Guide, "Quotas and service limits"), where AWS's reasons are ours too.</summary>
internal static class Quotas
{
    /// <summary>AWS begins with 10 and raises it on request, to bound bills; here nobody is billed.</summary>
    internal const int Accounts = 10_000;

    /// <summary>The most accounts that may be under way at a time. AWS makes five at a time, and lets the rest fail.</summary>
    internal const int AccountsUnderWay = 100;

    /// <summary>How long a finished request can be asked for.</summary>
    internal const int CreationDays = 90;

    internal const int Units = 2000;
    internal const int UnitDepth = 5;
    internal const int Tags = 50;
}
