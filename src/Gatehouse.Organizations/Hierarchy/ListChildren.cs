using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Lists the ids of the accounts, or of the units, right under a root or unit.</summary>
internal sealed class ListChildren : IRead<ListChildrenRequest, ListChildrenResponse>
{
    public static Arn Target(ListChildrenRequest request, Call call) => Arns.OfNode(call.Account, request.ParentId);

    public static void Require(ListChildrenRequest request, Call call, Requirements needs) => Tree.RequireNodeTags(call, request.ParentId, needs);

    public static ListChildrenResponse Handle(ListChildrenRequest request, Call call)
    {
        call.Account.RequireManagement();
        Tree.RequireParent(call.Account, request.ParentId);
        var (ids, marker) = request.ChildType == ChildType.ACCOUNT
            ? IdsOf(Pages.Of(call.Account.Members, request.NextToken, request.MaxResults, member => member.ParentId == request.ParentId), member => member.Id)
            : IdsOf(Pages.Of(call.Account.Units, request.NextToken, request.MaxResults, unit => unit.ParentId == request.ParentId), unit => unit.Id);
        return new() { Children = ids.Select(id => new Child { Id = id, Type = request.ChildType }).ToList(), NextToken = marker };
    }

    private static (IEnumerable<string> Ids, string? Marker) IdsOf<T>(Page<T> page, Func<T, string> idOf) => (page.Items.Select(idOf), page.Marker);
}
