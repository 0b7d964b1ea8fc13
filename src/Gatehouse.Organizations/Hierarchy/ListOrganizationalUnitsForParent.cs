using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Lists the units right under a root or unit.</summary>
internal sealed class ListOrganizationalUnitsForParent : IRead<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse>
{
    public static Arn Target(ListOrganizationalUnitsForParentRequest request, Call call) => Arns.OfNode(call.Account, request.ParentId);

    public static void Require(ListOrganizationalUnitsForParentRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.ParentId, needs);

    public static ListOrganizationalUnitsForParentResponse Handle(ListOrganizationalUnitsForParentRequest request, Call call)
    {
        call.Account.RequireManagement();
        Tree.RequireParent(call.Account, request.ParentId);
        var page = Pages.Of(call.Account.Units, request.NextToken, request.MaxResults, unit => unit.ParentId == request.ParentId);
        return new() { OrganizationalUnits = page.Items.Select(unit => unit.Describe(call.Account)).ToList(), NextToken = page.Marker };
    }
}
