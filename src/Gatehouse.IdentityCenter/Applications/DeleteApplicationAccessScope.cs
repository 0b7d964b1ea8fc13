using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Takes a scope from an application.</summary>
internal sealed class DeleteApplicationAccessScope : IWrite<DeleteApplicationAccessScopeRequest, DeleteApplicationAccessScopeResponse>
{
    public static Arn Target(DeleteApplicationAccessScopeRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DeleteApplicationAccessScopeRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DeleteApplicationAccessScopeResponse Handle(DeleteApplicationAccessScopeRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application with { Scopes = application.Scopes.Remove(Scopes.Require(application, request.Scope)) });
        return new();
    }
}
