using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam;

/// <summary>AWS's default quotas (IAM User Guide, "IAM and AWS STS quotas").</summary>
internal static class Quotas
{
    internal const int Users = 5000;
    internal const int Groups = 300;
    internal const int Roles = 1000;
    internal const int Policies = 1500;
    internal const int InstanceProfiles = 1000;
    internal const int GroupsPerUser = 10;
    internal const int AttachedPoliciesPerUser = 10;
    internal const int AttachedPoliciesPerGroup = 10;
    internal const int AttachedPoliciesPerRole = 10;
    internal const int VersionsPerPolicy = 5;
    internal const int AccessKeysPerUser = 2;
    internal const int MfaDevicesPerUser = 8;
    internal const int PolicySize = 6144;
    internal const int UserPolicySize = 2048;
    internal const int GroupPolicySize = 5120;
    internal const int RolePolicySize = 10240;
    internal const int TrustPolicySize = 2048;
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
