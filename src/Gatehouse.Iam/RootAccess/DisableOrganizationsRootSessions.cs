using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Lets central sessions of members' root users be started no longer; that it was not is no mistake.</summary>
/// <remarks>Waits for the management account, which keeps this, when the account that administers IAM for it calls.</remarks>
internal sealed class DisableOrganizationsRootSessions : IReach<DisableOrganizationsRootSessionsRequest, DisableOrganizationsRootSessionsResponse>
{
    public static bool Changes => true;

    public static Arn Target(DisableOrganizationsRootSessionsRequest request, Call call) => Arn.Any;

    public static async ValueTask<DisableOrganizationsRootSessionsResponse> HandleAsync(DisableOrganizationsRootSessionsRequest request, Reach reach, CancellationToken cancel)
    {
        var organization = await RootFeatures.DisableAsync(reach, RootFeatures.RootSessions, cancel);
        return new() { OrganizationId = organization.Id, EnabledFeatures = organization.RootFeatures };
    }
}
