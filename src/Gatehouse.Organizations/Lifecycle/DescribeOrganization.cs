using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Lifecycle;

/// <summary>Shows the organization that the caller's account belongs to; any of its accounts may ask.</summary>
internal sealed class DescribeOrganization : IRead<DescribeOrganizationRequest, DescribeOrganizationResponse>
{
    public static Arn Target(DescribeOrganizationRequest request, Call call) => Arn.Any;

    public static DescribeOrganizationResponse Handle(DescribeOrganizationRequest request, Call call) =>
        new() { Organization = OrganizationShape.Describe(call.RequireMembership()) };
}
