using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the applications that a user or a group may use: a user, those of its groups too.</summary>
internal sealed class ListApplicationAssignmentsForPrincipal : IRead<ListApplicationAssignmentsForPrincipalRequest, ListApplicationAssignmentsForPrincipalResponse>
{
    public static Arn Target(ListApplicationAssignmentsForPrincipalRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListApplicationAssignmentsForPrincipalRequest request, Call call, Requirements needs)
    {
        InstanceSubject.Require(request.InstanceArn, call, needs);
        needs.Key("sso:ApplicationAccount", request.Filter?.ApplicationArn is { } arn ? new Arn(arn).Account : null);
    }

    public static ListApplicationAssignmentsForPrincipalResponse Handle(ListApplicationAssignmentsForPrincipalRequest request, Call call)
    {
        var instance = call.Account.RequireInstance(request.InstanceArn);
        Principals.Require(call.Account, request.PrincipalType, request.PrincipalId);
        var assigned = Assignments.Of(call.Account, Principals.IsGroup(request.PrincipalType), request.PrincipalId)
            .Where(assignment => request.Filter?.ApplicationArn is not { } arn || ApplicationStanding.IdOf(arn) == assignment.ApplicationId)
            .OrderBy(assignment => assignment.Key, StringComparer.Ordinal);
        var page = Pages.Of(assigned, assignment => assignment.Key, request.NextToken, request.MaxResults);
        return new()
        {
            ApplicationAssignments = page.Items.Select(assignment => new ApplicationAssignmentForPrincipal
            {
                ApplicationArn = IdentityApplication.ArnOf(call.Account.Id, instance.Id, assignment.ApplicationId).Text,
                PrincipalId = assignment.PrincipalId,
                PrincipalType = Principals.TypeOf(assignment.IsGroup),
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
