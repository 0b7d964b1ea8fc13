using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Gives an application a way to get tokens, in place of the one of its type.</summary>
internal sealed class PutApplicationGrant : IWrite<PutApplicationGrantRequest, PutApplicationGrantResponse>
{
    public static Arn Target(PutApplicationGrantRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(PutApplicationGrantRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static PutApplicationGrantResponse Handle(PutApplicationGrantRequest request, Draft draft)
    {
        var grant = Grants.Read(request.GrantType, request.Grant, draft.Account);
        draft.ChangeApplication(request.ApplicationArn, application => application with
        {
            Grants = application.GrantOf(grant.Type) is { } before ? application.Grants.Replace(before, grant) : application.Grants.Add(grant),
        });
        return new();
    }
}
