using Gatehouse.Contracts.Sso;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>The refusals of the portal, in AWS's words [AU-852].</summary>
internal static class PortalRefusals
{
    internal static ResourceNotFoundException NoAccount() => new("Account not found");

    internal static InvalidRequestException BadToken() => new("The nextToken is not valid.");

    internal static ForbiddenException NoAccess() => new("No access");
}
