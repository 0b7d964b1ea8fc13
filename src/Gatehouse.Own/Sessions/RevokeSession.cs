using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.Sessions;

/// <summary>Ends one session: its next request is refused [AU-340]. Sessions that were made from it go on.</summary>
internal sealed class RevokeSession : IWrite<RevokeSessionRequest, RevokeSessionResponse>
{
    public static Arn Target(RevokeSessionRequest request, Call call) => Revoking.ArnOf(call.Account.Id, request.SessionId);

    public static void Require(RevokeSessionRequest request, Call call, Requirements needs) =>
        needs.Key("gatehouse:PrincipalArn", Revoking.Remembered(call).Find(request.SessionId)?.PrincipalArn);

    public static RevokeSessionResponse Handle(RevokeSessionRequest request, Draft draft)
    {
        var session = Revoking.Remembered(draft.Call).Find(request.SessionId) is { } known && known.Expires > draft.Now
            ? known
            : throw new ResourceNotFoundException($"There is no live session {request.SessionId}. Sessions that are not listed are ended with all those of their principal.");
        Revoking.Keep(draft, Revocation.Of(session, draft.Now, draft.Call.Caller.Arn.Text));
        return new();
    }
}
