using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Policies;
using Gatehouse.Organizations.Tagging;
using OrganizationalUnit = Gatehouse.Accounts.Entities.OrganizationalUnit;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Adds a branch to the tree.</summary>
internal sealed class CreateOrganizationalUnit : IWrite<CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse>
{
    public static Arn Target(CreateOrganizationalUnitRequest request, Call call) => Arns.OfNode(call.Account, request.ParentId);

    public static void Require(CreateOrganizationalUnitRequest request, Call call, Requirements needs)
    {
        Tree.RequireNodeTags(call, request.ParentId, needs);
        Tags.RequireNew(request.Tags, Arns.OfUnit(call.Account, "ou-*"), needs);
    }

    public static CreateOrganizationalUnitResponse Handle(CreateOrganizationalUnitRequest request, Draft draft)
    {
        var organization = draft.Account.RequireManagement();
        Tree.RequireParent(draft.Account, request.ParentId);
        RequireName(draft.Account, request.ParentId, request.Name, null);
        if (draft.Account.Units.Count >= Quotas.Units)
        {
            throw Refusals.Constraint(ConstraintViolationExceptionReason.OU_NUMBER_LIMIT_EXCEEDED, "You have exceeded the maximum number of OUs in your organization.");
        }

        if (Tree.DepthOf(draft.Account, request.ParentId) >= Quotas.UnitDepth)
        {
            throw Refusals.Constraint(ConstraintViolationExceptionReason.OU_DEPTH_LIMIT_EXCEEDED, "You have exceeded the maximum OU depth.");
        }

        // AWS: a unit's id begins with that of its root.
        var unit = new OrganizationalUnit
        {
            Id = draft.Call.Installation.Ids.NewLowerId($"ou-{organization.RootId[2..]}-", 8),
            Name = request.Name,
            ParentId = request.ParentId,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(unit);
        PolicyTypes.AttachDefaults(draft, unit.Id);
        return new() { OrganizationalUnit = unit.Describe(draft.Account) };
    }

    /// <summary>Refuses a name that another unit under the same parent has.</summary>
    /// <exception cref="DuplicateOrganizationalUnitException">One has.</exception>
    internal static void RequireName(Account management, string parent, string name, string? except)
    {
        if (management.Units.Any(unit => unit.ParentId == parent && unit.Name == name && unit.Id != except))
        {
            throw new DuplicateOrganizationalUnitException("An OU with the same name already exists.");
        }
    }
}
