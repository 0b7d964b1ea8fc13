using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Takes a way to get tokens from an application.</summary>
internal sealed class DeleteApplicationGrant : IWrite<DeleteApplicationGrantRequest, DeleteApplicationGrantResponse>
{
    public static Arn Target(DeleteApplicationGrantRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DeleteApplicationGrantRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DeleteApplicationGrantResponse Handle(DeleteApplicationGrantRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application with { Grants = application.Grants.Remove(Grants.Require(application, request.GrantType)) });
        return new();
    }
}
