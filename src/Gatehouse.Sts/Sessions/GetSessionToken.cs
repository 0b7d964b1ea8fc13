using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Sessions;

/// <summary>Gives a user or root temporary credentials for itself. Needs no permission, and no policy can refuse it [PE-14, AU-320].</summary>
/// <remarks>Waits for the store only to spend the code of a second factor.</remarks>
internal sealed class GetSessionToken : IReach<GetSessionTokenRequest, GetSessionTokenResponse>
{
    public static bool NeedsPermission => false;

    public static bool Changes => false;

    public static Arn Target(GetSessionTokenRequest request, Call call) => Arn.Any;

    public static ValueTask<GetSessionTokenResponse> HandleAsync(GetSessionTokenRequest request, Reach reach, CancellationToken cancel) =>
        request.SerialNumber is null && request.TokenCode is null
            ? new(Handle(request, reach.Call))
            : SecondFactor.SpendAsync(reach, request, request.SerialNumber, request.TokenCode, Handle, cancel);

    private static GetSessionTokenResponse Handle(GetSessionTokenRequest request, Call call)
    {
        if (call.Caller.Session is not null)
        {
            throw Refusals.Denied("Cannot call GetSessionToken with session credentials");
        }

        return new()
        {
            Credentials = call.Issue(
                call.Account.Id,
                percent: 0,
                id => new()
                {
                    Kind = SessionKind.SessionToken,
                    Account = call.Account.Id,
                    PrincipalId = call.Caller.UserId,
                    PrincipalArn = call.Caller.Arn.Text,
                    SessionId = id,
                    SourceKey = call.Caller.SourceKey,
                    Issued = call.Now,
                    MfaTime = request.SerialNumber is null ? null : call.Now,
                    Expires = call.Now + Durations.OfUser(request.DurationSeconds, call.Caller),
                }),
        };
    }
}
