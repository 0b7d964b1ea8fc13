using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.IssuerKeys;

/// <summary>Pins keys to an issuer of the account: its tokens are checked with these alone, and nobody is asked for others [AU-408].</summary>
/// <remarks>The answer names the keys that tokens can be checked with, so that the trail tells what was pinned; it does not show the set itself, which may have been one with private parts.</remarks>
internal sealed class PutIssuerKeys : IWrite<PutIssuerKeysRequest, PutIssuerKeysResponse>
{
    public static Arn Target(PutIssuerKeysRequest request, Call call) => IssuerSubject.Target(request.IssuerArn);

    public static void Require(PutIssuerKeysRequest request, Call call, Requirements needs) => IssuerSubject.Require(request.IssuerArn, call, needs);

    public static PutIssuerKeysResponse Handle(PutIssuerKeysRequest request, Draft draft)
    {
        var issuer = IssuerSubject.Find(request.IssuerArn, draft.Account);
        var keys = IssuerSubject.Read(request.KeySet, draft.Call.Installation);
        if (issuer.IsOverridden(draft.Call.Installation))
        {
            throw new InvalidInputException($"The operator of the server has pinned the keys of {issuer.Arn} for all accounts (FederationPinnedKeys): others would not be used.");
        }

        issuer.Put(draft, new(request.KeySet, draft.Now));
        return new() { IssuerArn = issuer.Arn, SigningKeys = keys, UpdateTime = draft.Now };
    }
}
