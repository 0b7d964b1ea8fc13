using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Takes an application away, and its assignments with it.</summary>
internal sealed class DeleteApplication : IWrite<DeleteApplicationRequest, DeleteApplicationResponse>
{
    public static Arn Target(DeleteApplicationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DeleteApplicationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DeleteApplicationResponse Handle(DeleteApplicationRequest request, Draft draft)
    {
        var application = draft.Account.RequireApplication(request.ApplicationArn);
        foreach (var assignment in draft.Account.ApplicationAssignments.Mentioning(application.Id).ToList())
        {
            draft.Remove(assignment);
        }

        draft.Remove(application);
        return new();
    }
}
