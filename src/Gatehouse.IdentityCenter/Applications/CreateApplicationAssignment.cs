using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lets a user, or the members of a group, use an application.</summary>
internal sealed class CreateApplicationAssignment : IWrite<CreateApplicationAssignmentRequest, CreateApplicationAssignmentResponse>
{
    public static Arn Target(CreateApplicationAssignmentRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(CreateApplicationAssignmentRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static CreateApplicationAssignmentResponse Handle(CreateApplicationAssignmentRequest request, Draft draft)
    {
        var application = draft.Account.RequireApplication(request.ApplicationArn);
        Principals.Require(draft.Account, request.PrincipalType, request.PrincipalId);
        var assignment = new ApplicationAssignment { ApplicationId = application.Id, PrincipalId = request.PrincipalId, IsGroup = Principals.IsGroup(request.PrincipalType) };
        if (draft.Account.ApplicationAssignments.Contains(assignment.Key))
        {
            throw new ConflictException($"{request.PrincipalType} {request.PrincipalId} is assigned to the application already.");
        }

        Creation.RequireRoom("assignments of an application", Quotas.AssignmentsPerApplication, draft.Account.ApplicationAssignments.CountMentioning(application.Id));
        draft.Put(assignment);
        return new();
    }
}
