using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.Policies;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Makes a report of when a user, group, role, or whoever holds a policy last used the services it grants. Waits until the report is kept.</summary>
internal sealed class GenerateServiceLastAccessedDetails : IReach<GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResponse>
{
    public static bool Changes => false;

    public static Arn Target(GenerateServiceLastAccessedDetailsRequest request, Call call) => new(request.Arn);

    public static void Require(GenerateServiceLastAccessedDetailsRequest request, Call call, Requirements needs)
    {
        if (PolicySubject.IsPolicyArn(request.Arn))
        {
            PolicySubject.Require(request.Arn, call, needs);
        }
        else
        {
            HolderSubject.Require(request.Arn, call, needs);
        }
    }

    public static async ValueTask<GenerateServiceLastAccessedDetailsResponse> HandleAsync(
        GenerateServiceLastAccessedDetailsRequest request, Reach reach, CancellationToken cancel)
    {
        // AWS: the services alone, unless actions are asked for.
        var report = ServiceReport.Of(reach.Call, request.Arn, request.Granularity ?? Shapes.AccessAdvisorUsageGranularityType.SERVICE_LEVEL);
        return new() { JobId = await reach.KeepAsync(report, cancel) };
    }
}
