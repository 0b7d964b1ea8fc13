using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Takes an empty unit away.</summary>
internal sealed class DeleteOrganizationalUnit : IWrite<DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse>
{
    public static Arn Target(DeleteOrganizationalUnitRequest request, Call call) => Arns.OfUnit(call.Account, request.OrganizationalUnitId);

    public static void Require(DeleteOrganizationalUnitRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.OrganizationalUnitId, needs);

    public static DeleteOrganizationalUnitResponse Handle(DeleteOrganizationalUnitRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var unit = Tree.RequireUnit(draft.Account, request.OrganizationalUnitId);
        if (draft.Account.Units.Any(child => child.ParentId == unit.Id) || draft.Account.Members.Any(member => member.ParentId == unit.Id))
        {
            throw new OrganizationalUnitNotEmptyException("The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.");
        }

        PolicyTypes.DetachAll(draft, unit.Id);
        draft.Remove(unit);
        return new();
    }
}
