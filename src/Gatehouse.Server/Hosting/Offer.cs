using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Server.Hosting;

/// <summary>What this server offers: one line a service.</summary>
internal static class Offer
{
    /// <summary>The services whose requests are understood; those without operations answer that they are not implemented.</summary>
    internal static readonly IReadOnlyList<ServiceContract> Services =
    [
        Contracts.Iam.IamService.Contract,
        Contracts.Sts.StsService.Contract,
        Contracts.Organizations.OrganizationsService.Contract,
        Contracts.CloudTrail.CloudTrailService.Contract,
        Contracts.RolesAnywhere.RolesAnywhereService.Contract,
        Contracts.RolesAnywhereSessions.RolesAnywhereSessionsService.Contract,
        Contracts.EksAuth.EksAuthService.Contract,
        Contracts.SsoAdmin.SsoAdminService.Contract,
        Contracts.Identitystore.IdentitystoreService.Contract,
        Contracts.SsoOidc.SsoOidcService.Contract,
        Contracts.Sso.SsoService.Contract,
        Contracts.AccessAnalyzer.AccessAnalyzerService.Contract,
        Contracts.Account.AccountService.Contract,
        Contracts.Signin.SigninService.Contract,
        Contracts.Gatehouse.GatehouseService.Contract,
    ];

    /// <summary>The operations that are done.</summary>
    internal static IEnumerable<Operation> Operations =>
    [
        .. Iam.OperationTable.All,
        .. Sts.OperationTable.All,
        .. Organizations.OperationTable.All,
        .. CloudTrail.OperationTable.All,
        .. RolesAnywhere.OperationTable.All,
        .. EksAuth.OperationTable.All,
        .. IdentityCenter.OperationTable.All,
        .. SignIn.OperationTable.All,
        .. Own.OperationTable.All,
    ];
}
