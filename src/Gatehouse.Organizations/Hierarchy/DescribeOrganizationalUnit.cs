using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>Shows a unit.</summary>
internal sealed class DescribeOrganizationalUnit : IRead<DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse>
{
    public static Arn Target(DescribeOrganizationalUnitRequest request, Call call) => Arns.OfUnit(call.Account, request.OrganizationalUnitId);

    public static void Require(DescribeOrganizationalUnitRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.OrganizationalUnitId, needs);

    public static DescribeOrganizationalUnitResponse Handle(DescribeOrganizationalUnitRequest request, Call call)
    {
        call.Account.RequireManagement();
        return new() { OrganizationalUnit = Tree.RequireUnit(call.Account, request.OrganizationalUnitId).Describe(call.Account) };
    }
}
