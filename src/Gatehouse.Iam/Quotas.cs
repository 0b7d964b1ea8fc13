using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam;

/// <summary>Quotas as operations ask for them. Those that an operator can change stand in <see cref="IamQuotas"/>.</summary>
internal static class Quotas
{
    internal const int MfaDevicesPerUser = 8;
    internal const int PolicyVersionsInUse = 10000;
    internal const int ServerCertificates = 20;
    internal const int SigningCertificatesPerUser = 2;
    internal const int SshPublicKeysPerUser = 5;
    internal const int ServiceCredentialsPerUser = 2;

    internal const int OpenIdProviders = 100;
    internal const int SamlProviders = 100;
    internal const int ClientIdsPerOpenIdProvider = 100;
    internal const int ThumbprintsPerOpenIdProvider = 5;
    internal const int PrivateKeysPerSamlProvider = 2;

    /// <summary>How many decisions one call may simulate: a limit of our own, for a page of results must not fill the memory.</summary>
    internal const int SimulationsPerCall = 20_000;

    /// <summary>Refuses one more when there are as many as may be in this installation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The quota, one of <see cref="IamQuotas.Names"/>.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="LimitExceededException">There are.</exception>
    internal static void RequireRoom(this Call call, string name, int count) => Require(name, call.Installation.Quotas[name], count);

    /// <summary>Refuses one more when there are as many as may be.</summary>
    /// <exception cref="LimitExceededException">There are.</exception>
    internal static void Require(string name, int quota, int count)
    {
        if (count >= quota)
        {
            throw new LimitExceededException($"Cannot exceed quota for {name}: {quota}");
        }
    }
}
