using Gatehouse.Contracts.Identitystore;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>How much an identity store may hold: AWS's defaults.</summary>
internal static class StoreQuotas
{
    internal const int Users = 100_000;

    internal const int Groups = 100_000;

    /// <summary>AWS counts a user's groups when it works out the permissions; here one more is not taken in the first place.</summary>
    internal const int GroupsPerUser = 1_000;

    /// <summary>Refuses one more than there may be.</summary>
    /// <exception cref="ServiceQuotaExceededException">There are as many already.</exception>
    internal static void Require(string what, int most, int have)
    {
        if (have >= most)
        {
            throw new ServiceQuotaExceededException($"The quota for {what} is {most}.");
        }
    }
}
