using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Roles;

/// <summary>Gives a session of a role to someone the role trusts.</summary>
/// <remarks>
/// Writes nothing: all that a session is stands in its token [AU-331]. Only when a second factor is shown it waits for
/// the store, to spend the code.
/// </remarks>
internal sealed class AssumeRole : IReach<AssumeRoleRequest, AssumeRoleResponse>
{
    private const string Action = "sts:AssumeRole";

    public static bool Changes => false;

    public static Arn Target(AssumeRoleRequest request, Call call) => RoleArns.Stored(request.RoleArn, call.Owner);

    public static void Require(AssumeRoleRequest request, Call call, Requirements needs)
    {
        var session = call.Caller.Session;
        needs
            .Key("sts:RoleSessionName", request.RoleSessionName)
            .Key("sts:ExternalId", request.ExternalId)
            .Key("sts:SourceIdentity", request.SourceIdentity)
            .Key("sts:TransitiveTagKeys", request.TransitiveTagKeys);
        RequireRoleTags(RoleArns.Find(request.RoleArn, call.Owner), session, needs);
        if (request.Tags is { Count: > 0 } tags)
        {
            needs.RequestTags(tags.Select(tag => new Tag(tag.Key, tag.Value)));
        }

        // [PE-73, PE-78, PE-79]: what is inherited must be allowed at every hop, like what is passed.
        if (request.Tags is { Count: > 0 } || SessionTags.AnyInherited(session))
        {
            needs.Also("sts:TagSession");
        }

        if (request.SourceIdentity is not null || session?.SourceIdentity is not null)
        {
            needs.Also("sts:SetSourceIdentity");
        }

        ProvidedContexts.Require(request, call, needs);
    }

    public static Call Prove(AssumeRoleRequest request, Call call) =>
        ProvidedContexts.Prove(request, SecondFactor.Prove(call, request.SerialNumber, request.TokenCode));

    public static ValueTask<AssumeRoleResponse> HandleAsync(AssumeRoleRequest request, Reach reach, CancellationToken cancel) =>
        request.SerialNumber is null && request.TokenCode is null
            ? new(Handle(request, reach.Call))
            : SecondFactor.SpendAsync(reach, request, request.SerialNumber, request.TokenCode, Handle, cancel);

    private static AssumeRoleResponse Handle(AssumeRoleRequest request, Call call)
    {
        var (caller, session) = (call.Caller, call.Caller.Session);
        RequireCaller(request, caller);
        var role = RequireRole(request, call);
        RequireSourceIdentity(request, call);
        ProvidedContexts.RequireOwner(request, call);
        var account = call.Owner!;
        var policyArns = SessionPolicies.Require(call, account, request.Policy, request.PolicyArns);
        var tags = SessionTags.Require(session, request.Tags, request.TransitiveTagKeys);
        var chained = Durations.IsChained(session);
        var lifetime = Durations.OfRole(request.DurationSeconds, role, chained);
        var percent = SessionPolicies.Measure(request.Policy, policyArns, tags);
        var credentials = call.Issue(
            account.Id,
            percent,
            id => new()
            {
                Kind = SessionKind.AssumedRole,
                Account = account.Id,
                PrincipalId = role.Id,
                PrincipalArn = RoleArns.Stored(request.RoleArn, account).Text,
                SessionName = request.RoleSessionName,
                SessionId = id,
                ParentSessionId = session?.SessionId,
                SourceKey = caller.SourceKey,
                Issued = call.Now,
                Expires = call.Now + lifetime,
                Chained = chained,

                // AWS: the trail tells it of the session, policies do not see it [AU-614].
                MfaTime = request.SerialNumber is null ? null : call.Now,
                Policy = request.Policy,
                PolicyArns = policyArns,
                Tags = tags,
                SourceIdentity = request.SourceIdentity ?? session?.SourceIdentity,
                FederationKeys = call.Context?.Keys ?? [],
            });
        return new()
        {
            Credentials = credentials,
            AssumedRoleUser = new()
            {
                AssumedRoleId = $"{role.Id}:{request.RoleSessionName}",
                Arn = Arn.AssumedRole(account.Id, role.Name, request.RoleSessionName).Text,
            },
            PackedPolicySize = SessionPolicies.IsPassed(request.Policy, request.PolicyArns, request.Tags) ? percent : null,
            SourceIdentity = request.SourceIdentity ?? session?.SourceIdentity,
        };
    }

    // PL 13.7: tags that the calling session hands on stand in for the role's own while its trust policy is asked.
    private static void RequireRoleTags(Role? role, SessionContents? session, Requirements needs)
    {
        if (role is null)
        {
            return;
        }

        if (!SessionTags.AnyInherited(session))
        {
            needs.ResourceTags(role.Tags);
            return;
        }

        var inherited = session!.Tags.Where(tag => tag.Transitive).Select(tag => new Tag(tag.Key, tag.Value)).ToList();
        needs.ResourceTags(role.Tags.Where(tag => !inherited.Exists(other => other.Key.Equals(tag.Key, StringComparison.OrdinalIgnoreCase))).Concat(inherited));
    }

    private static void RequireCaller(AssumeRoleRequest request, Caller caller)
    {
        if (caller.Kind == CallerKind.Root)
        {
            throw Refusals.Denied("Roles may not be assumed by root accounts.");
        }

        // [PE-15]: a federated user may call nothing of STS but GetCallerIdentity.
        if (caller.Kind is CallerKind.FederatedUser or CallerKind.Anonymous)
        {
            throw Refusals.NotAuthorized(caller, Action, request.RoleArn);
        }
    }

    private static Role RequireRole(AssumeRoleRequest request, Call call)
    {
        if (!new Arn(request.RoleArn).IsWellFormed)
        {
            throw Refusals.Invalid($"{Echo.Of(request.RoleArn)} is invalid");
        }

        // [AU-304, AU-327]: what is not there, and what only services may assume, looks like what is not trusted.
        return RoleArns.Find(request.RoleArn, call.Owner) is { } role && IsForCallers(role) && !call.Owner!.Profile.Suspended
            ? role
            : throw Refusals.NotAuthorized(call.Caller, Action, request.RoleArn);
    }

    /// <summary>Whether anybody but a service may assume a role [AU-327].</summary>
    internal static bool IsForCallers(Role role) => !role.IsServiceLinked && !role.Name.StartsWith("AWSReservedSSO_", StringComparison.Ordinal);

    // [AU-315]: set once, kept through the chain.
    private static void RequireSourceIdentity(AssumeRoleRequest request, Call call)
    {
        if (request.SourceIdentity is { } asked && call.Caller.Session?.SourceIdentity is { } held && !string.Equals(held, asked, StringComparison.Ordinal))
        {
            throw Refusals.NotAuthorized(call.Caller, "sts:SetSourceIdentity", request.RoleArn);
        }
    }
}
