using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Has an application prove who it is by IAM, and says who may ask in its name.</summary>
internal sealed class PutApplicationAuthenticationMethod : IWrite<PutApplicationAuthenticationMethodRequest, PutApplicationAuthenticationMethodResponse>
{
    public static Arn Target(PutApplicationAuthenticationMethodRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(PutApplicationAuthenticationMethodRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static PutApplicationAuthenticationMethodResponse Handle(PutApplicationAuthenticationMethodRequest request, Draft draft)
    {
        var policy = ActorPolicies.Read(request.AuthenticationMethod);
        draft.ChangeApplication(request.ApplicationArn, application => application with { ActorPolicy = policy });
        return new();
    }
}
