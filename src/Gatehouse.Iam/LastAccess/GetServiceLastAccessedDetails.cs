using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Shows a report of GenerateServiceLastAccessedDetails: the services in the order of their prefixes.</summary>
internal sealed class GetServiceLastAccessedDetails : IRead<GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse>
{
    public static Arn Target(GetServiceLastAccessedDetailsRequest request, Call call) => Arn.Any;

    public static GetServiceLastAccessedDetailsResponse Handle(GetServiceLastAccessedDetailsRequest request, Call call)
    {
        var report = call.RequireReport(request.JobId, ofOrganization: false);
        var page = Paging.Of(report.Services, service => service.Namespace, request.Marker, request.MaxItems);
        return new()
        {
            JobStatus = Shapes.JobStatusType.COMPLETED,
            JobType = report.Granularity,
            JobCreationDate = report.Created,
            JobCompletionDate = report.Created,
            ServicesLastAccessed = page.Items.Select(service => Describe(service, call)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static Shapes.ServiceLastAccessed Describe(ReportedService service, Call call)
    {
        var last = service.Uses.FirstOrDefault();
        return new()
        {
            ServiceName = call.Installation.Reference.NameOf(service.Namespace),
            ServiceNamespace = service.Namespace,
            LastAuthenticated = last?.Time,
            LastAuthenticatedEntity = last?.Entity,
            LastAuthenticatedRegion = last?.Region,
            TotalAuthenticatedEntities = service.Total,
            TrackedActionsLastAccessed = service.Actions?.Select(Describe).ToList(),
        };
    }

    private static Shapes.TrackedActionLastAccessed Describe(ReportedAction action) => new()
    {
        ActionName = action.Name,
        LastAccessedEntity = action.Last?.Entity,
        LastAccessedTime = action.Last?.Time,
        LastAccessedRegion = action.Last?.Region,
    };
}
