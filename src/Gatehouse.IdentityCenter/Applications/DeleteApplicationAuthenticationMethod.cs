using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lets nobody prove by IAM any more to be an application.</summary>
internal sealed class DeleteApplicationAuthenticationMethod : IWrite<DeleteApplicationAuthenticationMethodRequest, DeleteApplicationAuthenticationMethodResponse>
{
    public static Arn Target(DeleteApplicationAuthenticationMethodRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DeleteApplicationAuthenticationMethodRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DeleteApplicationAuthenticationMethodResponse Handle(DeleteApplicationAuthenticationMethodRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application.ActorPolicy is null ? throw ActorPolicies.None() : application with { ActorPolicy = null });
        return new();
    }
}
