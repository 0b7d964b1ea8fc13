using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Shows whom a report speaks of, and when each last used a service: the newest first, those that never did at the end.</summary>
/// <remarks>Users and roles deleted since the report was made are left out.</remarks>
internal sealed class GetServiceLastAccessedDetailsWithEntities : IRead<GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResponse>
{
    public static Arn Target(GetServiceLastAccessedDetailsWithEntitiesRequest request, Call call) => Arn.Any;

    public static GetServiceLastAccessedDetailsWithEntitiesResponse Handle(GetServiceLastAccessedDetailsWithEntitiesRequest request, Call call)
    {
        var report = call.RequireReport(request.JobId, ofOrganization: false);
        if (call.Installation.Reference.Find(request.ServiceNamespace) is null)
        {
            throw new InvalidInputException($"{request.ServiceNamespace} is not a valid service namespace.");
        }

        // A service that the report does not have was granted to nobody.
        var service = report.Services.FirstOrDefault(one => one.Namespace.Equals(request.ServiceNamespace, StringComparison.OrdinalIgnoreCase));
        var times = service?.Uses.ToDictionary(use => use.Id, use => use.Time, StringComparer.Ordinal) ?? [];
        var entities = (service is null ? [] : report.Entities.AsEnumerable())
            .Select(id => (IHolder?)call.Account.Users.FindById(id) ?? call.Account.Roles.FindById(id)).OfType<IHolder>()
            .Select(holder => (Holder: holder, Last: times.TryGetValue(holder.Id, out var time) ? time : (DateTimeOffset?)null))
            .Select(entity => (entity.Holder, entity.Last, Key: AccessReports.NewestFirst(entity.Last) + entity.Holder.Id))
            .OrderBy(entity => entity.Key, StringComparer.Ordinal);
        var page = Paging.Of(entities, entity => entity.Key, request.Marker, request.MaxItems);
        return new()
        {
            JobStatus = Shapes.JobStatusType.COMPLETED,
            JobCreationDate = report.Created,
            JobCompletionDate = report.Created,
            EntityDetailsList = page.Items.Select(entity => Describe(entity.Holder, entity.Last, call)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static Shapes.EntityDetails Describe(IHolder holder, DateTimeOffset? last, Call call) => new()
    {
        EntityInfo = new()
        {
            Arn = holder.ArnIn(call.Account.Id).Text,
            Id = holder.Id,
            Name = holder.Name,
            Path = holder.Path,
            Type = holder.Noun().ToUpperInvariant(),
        },
        LastAuthenticated = last,
    };
}
