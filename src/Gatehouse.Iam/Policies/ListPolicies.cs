using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Policies;

/// <summary>Lists managed policies: the account's first, then AWS's, each in the order of their names.</summary>
internal sealed class ListPolicies : IRead<ListPoliciesRequest, ListPoliciesResponse>
{
    // [PE-8]: lists are checked on the path they ask for.
    public static Arn Target(ListPoliciesRequest request, Call call) => ManagedPolicy.ArnOf(call.Account.Id, request.PathPrefix ?? "/", "");

    public static ListPoliciesResponse Handle(ListPoliciesRequest request, Call call)
    {
        var account = call.Account;
        var page = new Chapters(request.Marker, request.MaxItems);
        var policies = new List<Shapes.Policy>();
        if (request.Scope is not Shapes.PolicyScopeType.AWS)
        {
            policies.AddRange(page.Take('1', account.Policies, policy => IsListed(policy, account.Id))
                .Select(policy => policy.DescribeListed(policy.ArnIn(account.Id).Text, account)));
        }

        if (request.Scope is not Shapes.PolicyScopeType.Local)
        {
            policies.AddRange(page
                .Take('2', call.Installation.AwsPolicies.All, policy => policy.Name, StringComparer.Ordinal, policy => IsListed(policy, "aws"))
                .Select(policy => policy.DescribeListed(policy.ArnIn("aws").Text, account)));
        }

        return new() { Policies = policies, IsTruncated = page.IsTruncated, Marker = page.Marker };

        bool IsListed(ManagedPolicy policy, string owner) =>
            policy.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal) && PolicyUsage.Matches(request, policy.ArnIn(owner).Text, account);
    }
}
