using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Shows a report of GenerateOrganizationsAccessReport, in the order that is asked for.</summary>
internal sealed class GetOrganizationsAccessReport : IRead<GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse>
{
    public static Arn Target(GetOrganizationsAccessReportRequest request, Call call) => Arn.Any;

    public static GetOrganizationsAccessReportResponse Handle(GetOrganizationsAccessReportRequest request, Call call)
    {
        var report = call.RequireReport(request.JobId, ofOrganization: true);
        if (report.DescribeFailure() is { } failure)
        {
            return new() { JobStatus = Shapes.JobStatusType.FAILED, JobCreationDate = report.Created, JobCompletionDate = report.Created, ErrorDetails = failure };
        }

        // A report does not change, so a place in it is a good key for pages.
        var placed = Sort(report, request.SortKey).Select((service, place) => (Service: service, Key: place.ToString("D7")));
        var page = Paging.Of(placed, one => one.Key, request.Marker, request.MaxItems);
        return new()
        {
            JobStatus = Shapes.JobStatusType.COMPLETED,
            JobCreationDate = report.Created,
            JobCompletionDate = report.Created,
            NumberOfServicesAccessible = report.Services.Length,
            NumberOfServicesNotAccessed = report.Services.Count(service => service.Total == 0),
            AccessDetails = page.Items.Select(one => Describe(one.Service, call)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static IEnumerable<ReportedService> Sort(AccessReport report, string? key) => key switch
    {
        Shapes.SortKeyType.SERVICE_NAMESPACE_DESCENDING => report.Services.Reverse(),
        Shapes.SortKeyType.LAST_AUTHENTICATED_TIME_ASCENDING => report.Services.OrderBy(LastOf),
        Shapes.SortKeyType.LAST_AUTHENTICATED_TIME_DESCENDING => report.Services.OrderByDescending(LastOf),
        _ => report.Services,
    };

    private static DateTimeOffset? LastOf(ReportedService service) => service.Uses.FirstOrDefault()?.Time;

    private static Shapes.AccessDetail Describe(ReportedService service, Call call)
    {
        var last = service.Uses.FirstOrDefault();
        return new()
        {
            ServiceName = call.Installation.Reference.NameOf(service.Namespace),
            ServiceNamespace = service.Namespace,
            EntityPath = last?.Entity,
            LastAuthenticatedTime = last?.Time,
            Region = last?.Region,
            TotalAuthenticatedEntities = service.Total,
        };
    }
}
