using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Renames a unit.</summary>
internal sealed class UpdateOrganizationalUnit : IWrite<UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse>
{
    public static Arn Target(UpdateOrganizationalUnitRequest request, Call call) => Arns.OfUnit(call.Account, request.OrganizationalUnitId);

    public static void Require(UpdateOrganizationalUnitRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.OrganizationalUnitId, needs);

    public static UpdateOrganizationalUnitResponse Handle(UpdateOrganizationalUnitRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var unit = Tree.RequireUnit(draft.Account, request.OrganizationalUnitId);
        if (request.Name is { } name)
        {
            CreateOrganizationalUnit.RequireName(draft.Account, unit.ParentId, name, unit.Id);
            unit = unit with { Name = name };
            draft.Put(unit);
        }

        return new() { OrganizationalUnit = unit.Describe(draft.Account) };
    }
}
