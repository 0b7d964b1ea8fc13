using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Policies;

/// <summary>Lists the policies of a type.</summary>
internal sealed class ListPolicies : IRead<ListPoliciesRequest, ListPoliciesResponse>
{
    public static Arn Target(ListPoliciesRequest request, Call call) => Arn.Any;

    public static void Require(ListPoliciesRequest request, Call call, Requirements needs) => PolicyTypes.RequireType(request.Filter, needs);

    public static ListPoliciesResponse Handle(ListPoliciesRequest request, Call call)
    {
        call.Account.RequireManagement();
        var page = Pages.Of(call.Account.OrganizationPolicies, request.NextToken, request.MaxResults, policy => policy.Type == request.Filter);
        return new() { Policies = page.Items.Select(policy => policy.Summarize(call.Account)).ToList(), NextToken = page.Marker };
    }
}
