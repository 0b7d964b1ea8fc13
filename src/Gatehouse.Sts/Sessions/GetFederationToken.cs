using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Sessions;

/// <summary>Gives someone a user or root vouches for temporary credentials, bounded by session policies [AU-321].</summary>
internal sealed class GetFederationToken : IRead<GetFederationTokenRequest, GetFederationTokenResponse>
{
    public static Arn Target(GetFederationTokenRequest request, Call call) => ArnOf(call.Account.Id, request.Name);

    public static void Require(GetFederationTokenRequest request, Call call, Requirements needs)
    {
        if (request.Tags is { Count: > 0 } tags)
        {
            needs.RequestTags(tags.Select(tag => new Tag(tag.Key, tag.Value))).Also("sts:TagSession");
        }
    }

    public static GetFederationTokenResponse Handle(GetFederationTokenRequest request, Call call)
    {
        if (call.Caller.Session is not null)
        {
            throw Refusals.Denied("Cannot call GetFederationToken with session credentials");
        }

        var policyArns = SessionPolicies.Require(call, call.Account, request.Policy, request.PolicyArns);
        var tags = SessionTags.Require(null, request.Tags, null);
        var lifetime = Durations.OfUser(request.DurationSeconds, call.Caller);
        var percent = SessionPolicies.Measure(request.Policy, policyArns, tags);
        var credentials = call.Issue(
            call.Account.Id,
            percent,
            id => new()
            {
                Kind = SessionKind.FederatedUser,
                Account = call.Account.Id,
                PrincipalId = call.Caller.UserId,
                PrincipalArn = call.Caller.Arn.Text,
                SessionName = request.Name,
                SessionId = id,
                SourceKey = call.Caller.SourceKey,
                Issued = call.Now,
                Expires = call.Now + lifetime,
                Policy = request.Policy,
                PolicyArns = policyArns,
                Tags = tags,
            });
        return new()
        {
            Credentials = credentials,
            FederatedUser = new() { FederatedUserId = $"{call.Account.Id}:{request.Name}", Arn = ArnOf(call.Account.Id, request.Name).Text },
            PackedPolicySize = SessionPolicies.IsPassed(request.Policy, request.PolicyArns, request.Tags) ? percent : null,
        };
    }

    private static Arn ArnOf(string account, string name) => new($"arn:aws:sts::{account}:federated-user/{name}");
}
