using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IssuerKeys;

/// <summary>Takes the pinned keys of an issuer away: from the next token on the issuer is asked for its keys [AU-408].</summary>
internal sealed class DeleteIssuerKeys : IWrite<DeleteIssuerKeysRequest, DeleteIssuerKeysResponse>
{
    public static Arn Target(DeleteIssuerKeysRequest request, Call call) => IssuerSubject.Target(request.IssuerArn);

    public static void Require(DeleteIssuerKeysRequest request, Call call, Requirements needs) => IssuerSubject.Require(request.IssuerArn, call, needs);

    public static DeleteIssuerKeysResponse Handle(DeleteIssuerKeysRequest request, Draft draft)
    {
        var issuer = IssuerSubject.Find(request.IssuerArn, draft.Account);
        issuer.RequireKeys();
        issuer.Put(draft, null);
        return new();
    }
}
