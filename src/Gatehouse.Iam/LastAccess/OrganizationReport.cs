using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;
using Gatehouse.ServiceAuthorization;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Makes the report of the services that control policies leave to a root, unit or account, and of when anyone under it last used them.</summary>
internal static class OrganizationReport
{
    private const string Controls = "SERVICE_CONTROL_POLICY";

    /// <summary>Makes the report; waits for the accounts under the path that are not in memory.</summary>
    /// <param name="reach">The request, of the management account.</param>
    /// <param name="path">Path from the organization's id down to the root, unit or account.</param>
    /// <param name="policyId">The control policy whose services are told; null for those of all policies in force at the path.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal static async ValueTask<AccessReport> OfAsync(Reach reach, string path, string? policyId, CancellationToken cancel)
    {
        var (call, management) = (reach.Call, reach.Call.Account);
        var report = new AccessReport { Id = call.Installation.Ids.NewUuid(), Subject = path, OfOrganization = true, Created = call.Now };
        var nodes = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!IsRight(management, nodes))
        {
            return report with { Failure = $"The entity path {path} does not exist in the organization." };
        }

        if (policyId is not null && management.OrganizationPolicies.Find(policyId) is not { Type: Controls })
        {
            return report with { Failure = $"The service control policy {policyId} does not exist." };
        }

        var uses = new List<(string Service, ReportedUse Use)>();
        foreach (var member in management.Members.Where(member => (PathOf(management, member) + "/").StartsWith(string.Join('/', nodes) + "/", StringComparison.Ordinal)))
        {
            if (await call.Installation.Accounts.FindAsync(member.Id, cancel) is { } slot)
            {
                uses.AddRange(UsesOf(slot.Activity, PathOf(management, member), call.Now));
            }
        }

        var byService = uses.ToLookup(use => use.Service, use => use.Use, StringComparer.OrdinalIgnoreCase);
        return report with { Services = [.. ServicesOf(call, nodes, policyId).Select(service => Describe(service, byService[service.Prefix]))] };
    }

    private static string PathOf(Account management, MemberAccount member) => OrganizationPaths.Of(management, member.Id) + member.Id;

    private static bool IsRight(Account management, string[] nodes) => string.Join('/', nodes) == (management.Members.Find(nodes[^1]) is { } member
        ? PathOf(management, member)
        : nodes[^1] == management.Organization!.RootId || management.Units.Find(nodes[^1]) is not null ? OrganizationPaths.To(management, nodes[^1]).TrimEnd('/') : null);

    private static IEnumerable<(string Service, ReportedUse Use)> UsesOf(Activity activity, string path, DateTimeOffset now) =>
        activity.Principals.SelectMany(principal => principal.All, (principal, use) => (principal.Id, use.Action, use.Last))
            .Where(use => now - use.Last.Time <= Activity.Tracked)
            .Select(use => (use.Action[..use.Action.IndexOf(':')], new ReportedUse(path, use.Id, use.Last.Time, use.Last.Region)));

    private static IEnumerable<ServiceEntry> ServicesOf(Call call, string[] nodes, string? policyId)
    {
        var (management, reference) = (call.Account, call.Installation.Reference);
        if (policyId is not null)
        {
            return GrantedServices.Of([DocumentOf(call, management.OrganizationPolicies.Find(policyId)!)], reference);
        }

        // [PE-36, PE-40]: control policies never bind the management account, nor anyone while their type is off.
        var organization = management.Organization!;
        if (nodes[^1] == management.Id || organization.FeatureSet != "ALL" || !organization.PolicyTypes.Contains(Controls))
        {
            return reference.Services;
        }

        // Every level must leave a service [PE-35].
        var services = reference.Services.AsEnumerable();
        foreach (var node in nodes.Skip(1))
        {
            var policies = management.OrganizationPolicies.Where(policy => policy.Type == Controls && policy.Targets.Contains(node));
            services = services.Intersect(GrantedServices.Of(policies.Select(policy => DocumentOf(call, policy)).ToList(), reference));
        }

        return services;
    }

    private static PolicyDocument? DocumentOf(Call call, OrganizationPolicy policy) => call.Installation.Policies.Attach(policy.Name, null, policy.Document).Document;

    private static ReportedService Describe(ServiceEntry service, IEnumerable<ReportedUse> uses)
    {
        var newest = uses.OrderByDescending(use => use.Time).ThenBy(use => use.Entity, StringComparer.Ordinal).ToList();
        return new(service.Prefix, newest.DistinctBy(use => (use.Entity, use.Id)).Count()) { Uses = [.. newest.Take(1)] };
    }
}
