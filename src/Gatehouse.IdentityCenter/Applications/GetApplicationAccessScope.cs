using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows a scope of an application, and who takes its tokens.</summary>
internal sealed class GetApplicationAccessScope : IRead<GetApplicationAccessScopeRequest, GetApplicationAccessScopeResponse>
{
    public static Arn Target(GetApplicationAccessScopeRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(GetApplicationAccessScopeRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static GetApplicationAccessScopeResponse Handle(GetApplicationAccessScopeRequest request, Call call)
    {
        var scope = Scopes.Require(call.Account.RequireApplication(request.ApplicationArn), request.Scope);
        return new() { Scope = scope.Scope, AuthorizedTargets = Scopes.TargetsOf(scope) };
    }
}
