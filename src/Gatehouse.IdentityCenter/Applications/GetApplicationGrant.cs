using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows a way in which an application gets tokens.</summary>
internal sealed class GetApplicationGrant : IRead<GetApplicationGrantRequest, GetApplicationGrantResponse>
{
    public static Arn Target(GetApplicationGrantRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(GetApplicationGrantRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static GetApplicationGrantResponse Handle(GetApplicationGrantRequest request, Call call) =>
        new() { Grant = Grants.Require(call.Account.RequireApplication(request.ApplicationArn), request.GrantType).Describe(call.Account) };
}
