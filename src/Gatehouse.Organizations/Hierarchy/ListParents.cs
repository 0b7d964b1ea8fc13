using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Shows under which root or unit an account or unit stands. There is one.</summary>
internal sealed class ListParents : IRead<ListParentsRequest, ListParentsResponse>
{
    public static Arn Target(ListParentsRequest request, Call call) => Arns.OfNode(call.Account, request.ChildId);

    public static void Require(ListParentsRequest request, Call call, Requirements needs) => Tree.RequireNodeTags(call, request.ChildId, needs);

    public static ListParentsResponse Handle(ListParentsRequest request, Call call)
    {
        call.Account.RequireManagement();
        var parent = call.Account.Members.Find(request.ChildId)?.ParentId
            ?? call.Account.Units.Find(request.ChildId)?.ParentId
            ?? throw new ChildNotFoundException("You specified a child that doesn't exist.");
        var page = Pages.Of([parent], request.NextToken, request.MaxResults);
        return new() { Parents = page.Items.Select(id => new Contracts.Organizations.Shapes.Parent { Id = id, Type = Tree.TypeOf(id) }).ToList(), NextToken = page.Marker };
    }
}
