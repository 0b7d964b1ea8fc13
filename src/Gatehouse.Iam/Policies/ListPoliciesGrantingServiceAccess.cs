using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.LastAccess;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Policies;

/// <summary>Lists, for services, the policies by which a user, group or role may do anything there, whatever on and under whatever conditions.</summary>
internal sealed class ListPoliciesGrantingServiceAccess : IRead<ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResponse>
{
    public static Arn Target(ListPoliciesGrantingServiceAccessRequest request, Call call) => new(request.Arn);

    public static void Require(ListPoliciesGrantingServiceAccessRequest request, Call call, Requirements needs) =>
        HolderSubject.Require(request.Arn, call, needs);

    public static ListPoliciesGrantingServiceAccessResponse Handle(ListPoliciesGrantingServiceAccessRequest request, Call call)
    {
        var holder = call.Account.RequireHolder(request.Arn);
        IHolder[] holders = [holder, .. holder is User user ? user.Groups.Select(call.Account.Groups.FindById).OfType<Group>() : []];
        var policies = holders.SelectMany(Held).ToList();

        return new()
        {
            PoliciesGrantingServiceAccess = request.ServiceNamespaces.Select(service => new Shapes.ListPoliciesGrantingServiceAccessEntry
            {
                ServiceNamespace = service,
                Policies = policies.Where(held => GrantedServices.Grants(held.Policy.Document, service)).DistinctBy(held => held.Policy.Arn ?? (object)held)
                    .Select(held => Describe(held.Policy, held.Holder)).ToList(),
            }).ToList(),
            IsTruncated = false,
        };

        IEnumerable<(AttachedPolicy Policy, IHolder Holder)> Held(IHolder one) => one.InlinePolicies
            .Select(inline => call.Installation.Policies.Attach(inline.Name, null, inline.Document))
            .Concat(one.AttachedPolicies.Select(arn => call.Installation.Effective.OfManaged(call.Account, arn)))
            .Select(policy => (policy, one));
    }

    private static Shapes.PolicyGrantingServiceAccess Describe(AttachedPolicy policy, IHolder holder) => policy.Arn is { } arn
        ? new() { PolicyArn = arn, PolicyName = policy.Name, PolicyType = Shapes.PolicyType.MANAGED }
        : new()
        {
            EntityName = holder.Name,
            EntityType = holder.Noun().ToUpperInvariant(),
            PolicyName = policy.Name,
            PolicyType = Shapes.PolicyType.INLINE,
        };
}
