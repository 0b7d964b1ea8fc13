using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Lets the credentials of members' root users be managed centrally no longer; that it was not is no mistake.</summary>
/// <remarks>Waits for the management account, which keeps this, when the account that administers IAM for it calls.</remarks>
internal sealed class DisableOrganizationsRootCredentialsManagement : IReach<DisableOrganizationsRootCredentialsManagementRequest, DisableOrganizationsRootCredentialsManagementResponse>
{
    public static bool Changes => true;

    public static Arn Target(DisableOrganizationsRootCredentialsManagementRequest request, Call call) => Arn.Any;

    public static async ValueTask<DisableOrganizationsRootCredentialsManagementResponse> HandleAsync(DisableOrganizationsRootCredentialsManagementRequest request, Reach reach, CancellationToken cancel)
    {
        var organization = await RootFeatures.DisableAsync(reach, RootFeatures.RootCredentialsManagement, cancel);
        return new() { OrganizationId = organization.Id, EnabledFeatures = organization.RootFeatures };
    }
}
