using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Lists the policies of a type that are attached to a root, unit or account itself, not to what stands above it.</summary>
internal sealed class ListPoliciesForTarget : IRead<ListPoliciesForTargetRequest, ListPoliciesForTargetResponse>
{
    public static Arn Target(ListPoliciesForTargetRequest request, Call call) => Arns.OfNode(call.Account, request.TargetId);

    public static void Require(ListPoliciesForTargetRequest request, Call call, Requirements needs)
    {
        PolicyTypes.RequireType(request.Filter, needs);
        Tree.RequireNodeTags(call, request.TargetId, needs);
    }

    public static ListPoliciesForTargetResponse Handle(ListPoliciesForTargetRequest request, Call call)
    {
        call.Account.RequireManagement();
        if (!Tree.Holds(call.Account, request.TargetId))
        {
            throw Refusals.NoTarget();
        }

        var page = Pages.Of(
            call.Account.OrganizationPolicies,
            request.NextToken,
            request.MaxResults,
            policy => policy.Type == request.Filter && policy.Targets.Contains(request.TargetId));
        return new() { Policies = page.Items.Select(policy => policy.Summarize(call.Account)).ToList(), NextToken = page.Marker };
    }
}
