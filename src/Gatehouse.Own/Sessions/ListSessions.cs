using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Gatehouse.Shapes;

namespace Gatehouse.Own.Sessions;

/// <summary>Lists the sessions that live in the caller's account, the oldest first.</summary>
internal sealed class ListSessions : IRead<ListSessionsRequest, ListSessionsResponse>
{
    public static Arn Target(ListSessionsRequest request, Call call) => request.PrincipalArn is { } arn ? new(arn) : Arn.Any;

    public static ListSessionsResponse Handle(ListSessionsRequest request, Call call)
    {
        var account = call.Account;
        var scope = request.PrincipalArn is { } arn ? SessionScope.Of(arn, account) : (SessionScope?)null;
        var remembered = Revoking.Remembered(call);
        var page = Paging.Of(
            remembered.At(call.Now)
                .Where(session => (scope is null || scope.Value.Holds(session)) && (request.AccessKeyId is null || request.AccessKeyId == session.AccessKeyId))
                .Where(session => HasPrincipal(account, session, call.Now) && !Revocation.Ended(account, session))
                .OrderBy(PlaceOf, StringComparer.Ordinal),
            PlaceOf,
            request.NextToken,
            request.MaxResults,
            OwnRefusals.BadToken);
        return new() { Sessions = page.Items.Select(session => Describe(session, account)).ToList(), Complete = remembered.IsComplete(call.Now), NextToken = page.Marker };
    }

    // A role deleted and made anew is another: nobody answers to its old sessions [AU-331].
    private static bool HasPrincipal(Account account, SessionNote session, DateTimeOffset now) => session.Kind == SessionKind.Portal
        ? PortalSession.Of(session, account).FindUser(account, null, now) is not null
        : session.PrincipalId == account.Id || account.Roles.FindById(session.PrincipalId) is not null || account.Users.FindById(session.PrincipalId) is not null;

    private static string PlaceOf(SessionNote session) => string.Create(CultureInfo.InvariantCulture, $"{session.Issued.UtcTicks:D20}{session.Id}");

    private static Shapes.Session Describe(SessionNote session, Account account) => new()
    {
        SessionId = session.Id,
        SessionType = session.Kind switch
        {
            SessionKind.AssumedRole => Shapes.SessionType.AssumedRole,
            SessionKind.AssumedRoot => Shapes.SessionType.AssumedRoot,
            SessionKind.Delegated => Shapes.SessionType.Delegated,
            SessionKind.Enrolment => Shapes.SessionType.Enrolment,
            SessionKind.FederatedUser => Shapes.SessionType.FederatedUser,
            SessionKind.Portal => Shapes.SessionType.Portal,
            SessionKind.SessionToken => Shapes.SessionType.SessionToken,
            SessionKind.SignIn => Shapes.SessionType.SignIn,
            _ => throw new InvalidOperationException($"Sessions of the kind {session.Kind} have no name."),
        },
        PrincipalArn = session.PrincipalArn,
        PrincipalId = session.PrincipalId,
        SessionName = session.Kind == SessionKind.Portal ? account.IdentityUsers.FindById(session.PrincipalId)?.UserName : session.Name.Length == 0 ? null : session.Name,
        AccessKeyId = session.AccessKeyId.Length == 0 ? null : session.AccessKeyId,
        IssueTime = session.Issued,
        Expiration = session.Expires,
        LastUsedTime = session.Last?.Time,
        LastUsedService = session.Last?.Service,
        LastUsedRegion = session.Last?.Region,
        ParentSessionId = session.Parent,
        SourceIdentity = session.SourceIdentity,
        IdentityProvider = session.Provider,
        MfaAuthenticated = session.Mfa,
    };
}
