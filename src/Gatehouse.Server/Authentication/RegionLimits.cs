using System.Collections.Frozen;
using Gatehouse.Contracts.Sts;
using Gatehouse.Wire;

namespace Gatehouse.Server.Authentication;

/// <summary>Where STS does not work: in regions that the operator has not enabled, and two of its operations at a host name that stands for all regions [AU-300].</summary>
internal static class RegionLimits
{
    /// <summary>Refuses STS in a region that is not enabled.</summary>
    /// <param name="proof">Who asks, and for which region they have signed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="regions">The regions that are enabled; null when all are.</param>
    /// <exception cref="ApiException">The region is not enabled.</exception>
    internal static void Require(Proof proof, OperationContract operation, FrozenSet<string>? regions)
    {
        if (regions is null || operation.Service.Name != "sts" || regions.Contains(proof.Region))
        {
            return;
        }

        // AWS's words. Operations without this error in their model say what every service says of such a signature.
        throw operation.Errors.Contains("RegionDisabledException")
            ? new RegionDisabledException($"STS is not activated in this region for account:{proof.Caller.Account.Id}. Your account administrator can activate STS in this region using the IAM Console.")
            : new CommonException(CommonError.Signature, $"Credential should be scoped to a valid region, not '{Echo.Of(proof.Region)}'. ");
    }

    /// <summary>Whether an operation does not work at a host name that stands for all regions.</summary>
    internal static bool IsRegional(OperationContract operation) => operation is { Service.Name: "sts", Name: "AssumeRoot" or "GetWebIdentityToken" };
}
