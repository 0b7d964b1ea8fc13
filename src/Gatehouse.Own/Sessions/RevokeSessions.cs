using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.Sessions;

/// <summary>Ends all sessions of a principal that were made before a moment, or until now: their next requests are refused [AU-340].</summary>
internal sealed class RevokeSessions : IWrite<RevokeSessionsRequest, RevokeSessionsResponse>
{
    public static Arn Target(RevokeSessionsRequest request, Call call) => new(request.PrincipalArn);

    public static RevokeSessionsResponse Handle(RevokeSessionsRequest request, Draft draft)
    {
        var scope = SessionScope.Of(request.PrincipalArn, draft.Account);
        if (request.IssuedBefore > draft.Now)
        {
            throw new InvalidInputException("Sessions that are not made yet cannot be ended: IssuedBefore is in the future.");
        }

        // Sessions are made at whole seconds: without a moment, those of this second end too.
        var before = request.IssuedBefore ?? draft.Now.AddSeconds(1);
        var kept = Revoking.Keep(draft, new()
        {
            Principal = scope.Principal,
            SessionName = scope.SessionName,
            Before = before,
            Expires = before + Revocation.LongestSession,
            Created = draft.Now,
            By = draft.Call.Caller.Arn.Text,
        });
        return new() { IssuedBefore = kept.Before };
    }
}
