using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists who is assigned to an application.</summary>
internal sealed class ListApplicationAssignments : IRead<ListApplicationAssignmentsRequest, ListApplicationAssignmentsResponse>
{
    public static Arn Target(ListApplicationAssignmentsRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(ListApplicationAssignmentsRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static ListApplicationAssignmentsResponse Handle(ListApplicationAssignmentsRequest request, Call call)
    {
        var application = call.Account.RequireApplication(request.ApplicationArn);
        var page = Pages.Of(call.Account.ApplicationAssignments.Mentioning(application.Id), assignment => assignment.Key, request.NextToken, request.MaxResults);
        return new() { ApplicationAssignments = page.Items.Select(assignment => assignment.Describe(request.ApplicationArn)).ToList(), NextToken = page.Marker };
    }
}
