using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Roles;

/// <summary>Gives those who manage an organization a short session as the root user of a member, for one task [AU-322].</summary>
internal sealed class AssumeRoot : IRead<AssumeRootRequest, AssumeRootResponse>
{
    private const string Action = "sts:AssumeRoot";
    private const string Feature = "RootSessions";
    private const string Service = "iam.amazonaws.com";
    private const string TaskPath = "arn:aws:iam::aws:policy/root-task/";
    private const int Lifetime = 900;

    public static Arn Target(AssumeRootRequest request, Call call) =>
        request.TargetPrincipal.Length == 12 && !request.TargetPrincipal.AsSpan().ContainsAnyExceptInRange('0', '9') ? Arn.Root(request.TargetPrincipal) : new(request.TargetPrincipal);

    // A root user has no policy that could let somebody in: the caller's own permissions and the organization decide.
    public static void Require(AssumeRootRequest request, Call call, Requirements needs) =>
        needs.CallerSide().Key("sts:TaskPolicyArn", request.TaskPolicyArn.Arn);

    public static AssumeRootResponse Handle(AssumeRootRequest request, Call call)
    {
        var task = RequireTask(request, call);
        var member = RequireMember(request, call);
        var source = call.Caller.Session?.SourceIdentity;
        return new()
        {
            Credentials = call.Issue(
                member.Id,
                percent: 0,
                id => new()
                {
                    Kind = SessionKind.AssumedRoot,
                    Account = member.Id,
                    PrincipalId = member.Id,
                    PrincipalArn = Arn.Root(member.Id).Text,
                    SessionId = id,
                    ParentSessionId = call.Caller.Session?.SessionId,
                    SourceKey = call.Caller.SourceKey,
                    Issued = call.Now,
                    Expires = call.Now.AddSeconds(request.DurationSeconds ?? Lifetime),
                    Chained = Durations.IsChained(call.Caller.Session),
                    PolicyArns = [task],
                    SourceIdentity = source,
                }),
            SourceIdentity = source,
        };
    }

    private static string RequireTask(AssumeRootRequest request, Call call) =>
        request.TaskPolicyArn.Arn is { } arn && arn.StartsWith(TaskPath, StringComparison.Ordinal) && call.Installation.AwsPolicies.FindFor(call.Account, arn) is not null
            ? arn
            : throw Refusals.Invalid($"{Echo.Of(request.TaskPolicyArn.Arn ?? "")} is not a valid task policy.");

    private static Account RequireMember(AssumeRootRequest request, Call call)
    {
        var target = Target(request, call);

        // Whatever is not so looks the same: no account, no organization, no such right.
        return call.Caller.Kind is CallerKind.User or CallerKind.AssumedRole
            && call.Management is { Organization: { } organization } management
            && organization.RootFeatures.Contains(Feature)
            && (management.Id == call.Account.Id || management.Members.Find(call.Account.Id)?.Administers.Any(trust => trust.Service == Service) is true)
            && call.Owner is { Exists: true } member
            && member.Id != management.Id
            && member.Profile.Membership?.OrganizationId == organization.Id
            && !member.Profile.Suspended
            && target == Arn.Root(member.Id)
            ? member
            : throw Refusals.NotAuthorized(call.Caller, Action, target.Text);
    }
}
