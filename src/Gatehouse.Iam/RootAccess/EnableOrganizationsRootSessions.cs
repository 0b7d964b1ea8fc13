using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Lets central sessions of members' root users be started; again is no mistake.</summary>
internal sealed class EnableOrganizationsRootSessions : IWrite<EnableOrganizationsRootSessionsRequest, EnableOrganizationsRootSessionsResponse>
{
    public static Arn Target(EnableOrganizationsRootSessionsRequest request, Call call) => Arn.Any;

    public static EnableOrganizationsRootSessionsResponse Handle(EnableOrganizationsRootSessionsRequest request, Draft draft)
    {
        var organization = RootFeatures.Enable(draft, RootFeatures.RootSessions);
        return new() { OrganizationId = organization.Id, EnabledFeatures = organization.RootFeatures };
    }
}
