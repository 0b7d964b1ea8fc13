using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IssuerKeys;

/// <summary>Shows the keys that are pinned to an issuer of the account, and whether the operator's take their place [AU-408].</summary>
internal sealed class GetIssuerKeys : IRead<GetIssuerKeysRequest, GetIssuerKeysResponse>
{
    public static Arn Target(GetIssuerKeysRequest request, Call call) => IssuerSubject.Target(request.IssuerArn);

    public static void Require(GetIssuerKeysRequest request, Call call, Requirements needs) => IssuerSubject.Require(request.IssuerArn, call, needs);

    public static GetIssuerKeysResponse Handle(GetIssuerKeysRequest request, Call call)
    {
        var issuer = IssuerSubject.Find(request.IssuerArn, call.Account);
        var pinned = issuer.RequireKeys();
        return new()
        {
            IssuerArn = issuer.Arn,
            KeySet = pinned.KeySet,
            SigningKeys = IssuerSubject.Read(pinned.KeySet, call.Installation),
            UpdateTime = pinned.Updated,
            Overridden = issuer.IsOverridden(call.Installation),
        };
    }
}
