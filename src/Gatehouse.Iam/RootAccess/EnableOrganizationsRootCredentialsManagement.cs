using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Lets the credentials of members' root users be managed centrally; again is no mistake.</summary>
internal sealed class EnableOrganizationsRootCredentialsManagement : IWrite<EnableOrganizationsRootCredentialsManagementRequest, EnableOrganizationsRootCredentialsManagementResponse>
{
    public static Arn Target(EnableOrganizationsRootCredentialsManagementRequest request, Call call) => Arn.Any;

    public static EnableOrganizationsRootCredentialsManagementResponse Handle(EnableOrganizationsRootCredentialsManagementRequest request, Draft draft)
    {
        var organization = RootFeatures.Enable(draft, RootFeatures.RootCredentialsManagement);
        return new() { OrganizationId = organization.Id, EnabledFeatures = organization.RootFeatures };
    }
}
