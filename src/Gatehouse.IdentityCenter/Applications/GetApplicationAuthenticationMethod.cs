using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows how an application proves who it is.</summary>
internal sealed class GetApplicationAuthenticationMethod : IRead<GetApplicationAuthenticationMethodRequest, GetApplicationAuthenticationMethodResponse>
{
    public static Arn Target(GetApplicationAuthenticationMethodRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(GetApplicationAuthenticationMethodRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static GetApplicationAuthenticationMethodResponse Handle(GetApplicationAuthenticationMethodRequest request, Call call) => new()
    {
        AuthenticationMethod = call.Account.RequireApplication(request.ApplicationArn).ActorPolicy is { } policy
            ? ActorPolicies.Describe(policy)
            : throw ActorPolicies.None(),
    };
}
