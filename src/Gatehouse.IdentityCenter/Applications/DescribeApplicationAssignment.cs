using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows that a user or a group is assigned to an application.</summary>
internal sealed class DescribeApplicationAssignment : IRead<DescribeApplicationAssignmentRequest, DescribeApplicationAssignmentResponse>
{
    public static Arn Target(DescribeApplicationAssignmentRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DescribeApplicationAssignmentRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DescribeApplicationAssignmentResponse Handle(DescribeApplicationAssignmentRequest request, Call call)
    {
        var assignment = Assignments.Require(call.Account, request.ApplicationArn, request.PrincipalType, request.PrincipalId);
        return new() { ApplicationArn = request.ApplicationArn, PrincipalId = assignment.PrincipalId, PrincipalType = Principals.TypeOf(assignment.IsGroup) };
    }
}
