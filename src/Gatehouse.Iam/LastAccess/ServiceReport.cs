using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.Policies;
using Gatehouse.PolicyEngine;
using Gatehouse.ServiceAuthorization;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Makes the report of the services that a user, group, role or policy grants: when its users and roles last asked for anything there.</summary>
internal static class ServiceReport
{
    // The services whose requests come through here, so that what is not in a report was not asked for.
    private static readonly string[] TrackedServices = ["access-analyzer", "account", "cloudtrail", "iam", "organizations", "sts"];

    /// <summary>Makes the report.</summary>
    /// <exception cref="InvalidInputException">The ARN is of nothing that reports can be made of.</exception>
    /// <exception cref="NoSuchEntityException">There is nothing of this ARN.</exception>
    internal static AccessReport Of(Call call, string arn, string granularity)
    {
        var (documents, entities) = Find(call, arn);
        var uses = entities.SelectMany(entity => UsesOf(call, entity)).ToLookup(use => use.Action[..use.Action.IndexOf(':')], StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Id = call.Installation.Ids.NewUuid(),
            Subject = arn,
            Granularity = granularity,
            Created = call.Now,
            Entities = [.. entities.Select(entity => entity.Id)],
            Services = [.. GrantedServices.Of(documents, call.Installation.Reference).Select(service => Describe(call, service, uses[service.Prefix], documents, granularity))],
        };
    }

    private static (IReadOnlyList<PolicyDocument?> Documents, IReadOnlyList<IHolder> Entities) Find(Call call, string arn)
    {
        var account = call.Account;
        if (PolicySubject.IsPolicyArn(arn))
        {
            call.RequirePolicy(arn);
            IHolder[] holders = [.. account.Users.Where(user => Holds(user) || user.Groups.Any(id => Holds(account.Groups.FindById(id)))), .. account.Roles.Where(Holds)];
            return ([call.Installation.Effective.OfManaged(account, arn).Document], holders);
        }

        var holder = account.RequireHolder(arn);
        return (
            call.Installation.Effective.OfHolder(account, holder).Select(policy => policy.Document).ToList(),
            holder is Group group ? account.Users.Where(user => user.Groups.Contains(group.Id)).ToList<IHolder>() : [holder]);

        bool Holds(IHolder? one) => one?.AttachedPolicies.Contains(arn, StringComparer.Ordinal) is true;
    }

    private static IEnumerable<(string Action, ReportedUse Use)> UsesOf(Call call, IHolder entity)
    {
        var arn = entity.ArnIn(call.Account.Id).Text;
        return (call.Activity().OfPrincipal(entity.Id)?.All ?? [])
            .Where(use => call.Now - use.Last.Time <= Activity.Tracked)
            .Select(use => (use.Action, new ReportedUse(arn, entity.Id, use.Last.Time, use.Last.Region)));
    }

    private static ReportedService Describe(
        Call call, ServiceEntry service, IEnumerable<(string Action, ReportedUse Use)> uses, IReadOnlyList<PolicyDocument?> documents, string granularity)
    {
        var newest = uses.OrderByDescending(use => use.Use.Time).ThenBy(use => use.Use.Entity, StringComparer.Ordinal).ToList();
        var byEntity = newest.Select(use => use.Use).DistinctBy(use => use.Id).ToImmutableArray();
        return new(service.Prefix, byEntity.Length)
        {
            Uses = byEntity,
            Actions = granularity == Shapes.AccessAdvisorUsageGranularityType.ACTION_LEVEL && TrackedServices.Contains(service.Prefix, StringComparer.Ordinal)
                ? [.. Actions(call, service, newest, documents)]
                : null,
        };
    }

    private static IEnumerable<ReportedAction> Actions(
        Call call, ServiceEntry service, List<(string Action, ReportedUse Use)> newest, IReadOnlyList<PolicyDocument?> documents) =>
        call.Installation.Reference.Load(service.Prefix)!.Actions
            .Select(action => (action.Name, Full: $"{service.Prefix}:{action.Name}"))
            .Where(action => GrantedServices.GrantAction(documents, action.Full))
            .Select(action => new ReportedAction(action.Name, newest.Find(use => use.Action == action.Full).Use));
}
