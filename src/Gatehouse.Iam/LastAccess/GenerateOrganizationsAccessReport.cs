using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Makes a report of when anyone in a part of the organization last used the services left to it. Waits for the accounts of that part, and until it is kept.</summary>
internal sealed class GenerateOrganizationsAccessReport : IReach<GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse>
{
    public static bool Changes => false;

    public static Arn Target(GenerateOrganizationsAccessReportRequest request, Call call) => Arn.Iam(call.Account.Id, "access-report/" + request.EntityPath);

    public static async ValueTask<GenerateOrganizationsAccessReportResponse> HandleAsync(
        GenerateOrganizationsAccessReportRequest request, Reach reach, CancellationToken cancel)
    {
        // AWS: only the management account may look into the accounts of its organization.
        if (reach.Call.Account.Organization is null)
        {
            throw new CommonException(CommonError.AccessDenied, "You don't have permissions to access this resource.");
        }

        return new() { JobId = await reach.KeepAsync(await OrganizationReport.OfAsync(reach, request.EntityPath, request.OrganizationsPolicyId, cancel), cancel) };
    }
}
