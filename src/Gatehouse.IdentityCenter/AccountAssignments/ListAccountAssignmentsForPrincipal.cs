using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccountAssignments;

/// <summary>Lists what a user or a group has in which accounts; of a user, what the groups of the user have too.</summary>
internal sealed class ListAccountAssignmentsForPrincipal : IRead<ListAccountAssignmentsForPrincipalRequest, ListAccountAssignmentsForPrincipalResponse>
{
    public static Arn Target(ListAccountAssignmentsForPrincipalRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListAccountAssignmentsForPrincipalRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListAccountAssignmentsForPrincipalResponse Handle(ListAccountAssignmentsForPrincipalRequest request, Call call)
    {
        var instance = call.Account.RequireInstance(request.InstanceArn);
        var all = AssignmentShape.OfPrincipal(call.Account, Principals.IsGroup(request.PrincipalType), request.PrincipalId)
            .Where(one => request.Filter?.AccountId is not { } account || one.AccountId == account);
        var page = Pages.Of(all, static one => one.Key, request.NextToken, request.MaxResults);
        return new()
        {
            AccountAssignments = page.Items.Select(one => one.DescribeForPrincipal(PermissionSet.ArnOf(instance.Id, one.PermissionSetId).Text)).ToList(),
            NextToken = page.Marker,
        };
    }
}
