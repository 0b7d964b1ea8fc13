using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Policies;

/// <summary>Shows a policy with its text.</summary>
internal sealed class DescribePolicy : IRead<DescribePolicyRequest, DescribePolicyResponse>
{
    public static Arn Target(DescribePolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    public static void Require(DescribePolicyRequest request, Call call, Requirements needs) => ControlPolicies.RequireKeys(call, request.PolicyId, needs);

    public static DescribePolicyResponse Handle(DescribePolicyRequest request, Call call)
    {
        call.Account.RequireManagement();
        return new() { Policy = ControlPolicies.Require(call.Account, request.PolicyId).Describe(call.Account) };
    }
}
