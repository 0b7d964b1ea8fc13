using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Lists who has a permission set in an account.</summary>
internal sealed class ListAccountAssignments : IRead<ListAccountAssignmentsRequest, ListAccountAssignmentsResponse>
{
    public static Arn Target(ListAccountAssignmentsRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListAccountAssignmentsRequest request, Call call, Requirements needs) => 
        InstanceSubject.Require(request.InstanceArn, request.PermissionSetArn, request.AccountId, call, needs);

    public static ListAccountAssignmentsResponse Handle(ListAccountAssignmentsRequest request, Call call)
    {
        var set = call.Account.RequirePermissionSet(request.InstanceArn, request.PermissionSetArn);
        var page = Pages.Of(AssignmentShape.Of(call.Account, request.AccountId, set.Id), static one => one.Key, request.NextToken, request.MaxResults);
        return new() { AccountAssignments = page.Items.Select(one => one.Describe(request.PermissionSetArn)).ToList(), NextToken = page.Marker };
    }
}
