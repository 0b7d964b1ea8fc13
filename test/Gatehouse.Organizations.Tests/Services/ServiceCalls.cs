using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

/// <summary>Short ways to let services in.</summary>
internal static class ServiceCalls
{
    internal static void Trust(this OrganizationFixture org, string service) =>
        org.Write<EnableAWSServiceAccess, EnableAWSServiceAccessRequest, EnableAWSServiceAccessResponse>(new() { ServicePrincipal = service });

    internal static void Delegate(this OrganizationFixture org, string account, string service) =>
        org.Write<RegisterDelegatedAdministrator, RegisterDelegatedAdministratorRequest, RegisterDelegatedAdministratorResponse>(
            new() { AccountId = account, ServicePrincipal = service });

    internal static IEnumerable<string?> Trusted(this OrganizationFixture org) =>
        org.Read<ListAWSServiceAccessForOrganization, ListAWSServiceAccessForOrganizationRequest, ListAWSServiceAccessForOrganizationResponse>(new())
            .EnabledServicePrincipals!.Select(principal => principal.ServicePrincipal);
}
