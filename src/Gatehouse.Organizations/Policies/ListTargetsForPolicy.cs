using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Lists the root, units and accounts that a policy is attached to.</summary>
internal sealed class ListTargetsForPolicy : IRead<ListTargetsForPolicyRequest, ListTargetsForPolicyResponse>
{
    public static Arn Target(ListTargetsForPolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    public static void Require(ListTargetsForPolicyRequest request, Call call, Requirements needs) =>
        ControlPolicies.RequireKeys(call, request.PolicyId, needs);

    public static ListTargetsForPolicyResponse Handle(ListTargetsForPolicyRequest request, Call call)
    {
        call.Account.RequireManagement();
        var policy = ControlPolicies.Require(call.Account, request.PolicyId);
        var page = Pages.Of(policy.Targets, request.NextToken, request.MaxResults);
        return new()
        {
            Targets = page.Items.Select(id => new PolicyTargetSummary
            {
                TargetId = id,
                Arn = Arns.OfNode(call.Account, id).Text,
                Name = Tree.NameOf(call.Account, id),
                Type = Tree.TypeOf(id),
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
