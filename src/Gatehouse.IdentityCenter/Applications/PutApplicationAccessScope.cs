using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Gives an application a scope, or names others who take its tokens.</summary>
internal sealed class PutApplicationAccessScope : IWrite<PutApplicationAccessScopeRequest, PutApplicationAccessScopeResponse>
{
    public static Arn Target(PutApplicationAccessScopeRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(PutApplicationAccessScopeRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static PutApplicationAccessScopeResponse Handle(PutApplicationAccessScopeRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => Scopes.Put(application, request.Scope, request.AuthorizedTargets, draft.Account));
        return new();
    }
}
