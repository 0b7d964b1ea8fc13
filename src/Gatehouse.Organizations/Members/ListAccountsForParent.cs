using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Members;

/// <summary>Lists the accounts right under a root or unit.</summary>
internal sealed class ListAccountsForParent : IRead<ListAccountsForParentRequest, ListAccountsForParentResponse>
{
    public static Arn Target(ListAccountsForParentRequest request, Call call) => Arns.OfNode(call.Account, request.ParentId);

    public static void Require(ListAccountsForParentRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.ParentId, needs);

    public static ListAccountsForParentResponse Handle(ListAccountsForParentRequest request, Call call)
    {
        call.Account.RequireManagement();
        Tree.RequireParent(call.Account, request.ParentId);
        var page = Pages.Of(call.Account.Members, request.NextToken, request.MaxResults, member => member.ParentId == request.ParentId);
        return new() { Accounts = page.Items.Select(member => member.Describe(call.Account)).ToList(), NextToken = page.Marker };
    }
}
