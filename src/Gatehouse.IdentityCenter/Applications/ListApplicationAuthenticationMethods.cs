using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the ways in which an application proves who it is: one, or none.</summary>
internal sealed class ListApplicationAuthenticationMethods : IRead<ListApplicationAuthenticationMethodsRequest, ListApplicationAuthenticationMethodsResponse>
{
    public static Arn Target(ListApplicationAuthenticationMethodsRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(ListApplicationAuthenticationMethodsRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static ListApplicationAuthenticationMethodsResponse Handle(ListApplicationAuthenticationMethodsRequest request, Call call)
    {
        var methods = call.Account.RequireApplication(request.ApplicationArn).ActorPolicy is { } policy
            ? new[] { new AuthenticationMethodItem { AuthenticationMethodType = AuthenticationMethodType.IAM, AuthenticationMethod = ActorPolicies.Describe(policy) } }
            : [];
        var page = Pages.Of(methods, method => method.AuthenticationMethodType!, request.NextToken, null);
        return new() { AuthenticationMethods = page.Items, NextToken = page.Marker };
    }
}
