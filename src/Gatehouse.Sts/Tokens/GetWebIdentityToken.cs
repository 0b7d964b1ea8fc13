using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tokens;

/// <summary>Gives a user or a role's session a signed token that services outside understand [AU-325].</summary>
/// <remarks>Writes nothing; only when a signing key has served its time it waits for the store, to keep the next one.</remarks>
internal sealed class GetWebIdentityToken : IReach<GetWebIdentityTokenRequest, GetWebIdentityTokenResponse>
{
    private const string Action = "sts:GetWebIdentityToken";
    private const int Lifetime = 300;
    private const int MostTags = 50;

    // AWS tells that there is a limit, and not which: ours keeps a token within the header lines that servers take.
    private const int MostClaims = 8192;

    public static bool Changes => false;

    public static Arn Target(GetWebIdentityTokenRequest request, Call call) => Arn.Any;

    public static void Require(GetWebIdentityTokenRequest request, Call call, Requirements needs)
    {
        needs
            .Key("sts:IdentityTokenAudience", request.Audience)
            .Key("sts:SigningAlgorithm", request.SigningAlgorithm)
            .Key("sts:DurationSeconds", (request.DurationSeconds ?? Lifetime).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (request.Tags is { Count: > 0 } tags)
        {
            needs.RequestTags(tags.Select(tag => new Tag(tag.Key, tag.Value))).Also("sts:TagGetWebIdentityToken");
        }
    }

    public static async ValueTask<GetWebIdentityTokenResponse> HandleAsync(GetWebIdentityTokenRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        RequireCaller(call);
        var issuer = Require(call.Account);
        RequireAlgorithm(request.SigningAlgorithm);
        var tags = RequireTags(request);
        var expires = RequireExpiry(request, call);
        if (issuer.IsDue(request.SigningAlgorithm, call.Now))
        {
            issuer = await RenewAsync(reach, request.SigningAlgorithm, cancel);
        }

        var claims = TokenClaims.Write(call, request.Audience, tags, expires);
        if (claims.Length > MostClaims)
        {
            throw new JWTPayloadSizeExceededException("The requested token payload size exceeds the maximum allowed size. Reduce the number or size of tags.");
        }

        // INVARIANT: a renewed issuer has a key for every algorithm.
        var key = issuer.SigningKey(request.SigningAlgorithm, call.Now)!;
        return new() { WebIdentityToken = TokenSigning.Sign(key, call.Installation, call.Account.Id, claims), Expiration = expires };
    }

    private static void RequireCaller(Call call)
    {
        // [AU-301]: root is no principal that a service outside should meet.
        if (call.Caller.Kind is not (CallerKind.User or CallerKind.AssumedRole))
        {
            throw Refusals.NotAuthorized(call.Caller, Action, "*");
        }
    }

    private static TokenIssuer Require(Account account) => account.TokenIssuer is { Enabled: true } issuer
        ? issuer
        : throw new OutboundWebIdentityFederationDisabledException("Outbound web identity federation is disabled for this account.");

    private static void RequireAlgorithm(string algorithm)
    {
        if (!TokenSigning.Algorithms.Contains(algorithm))
        {
            throw Refusals.Invalid(
                $"1 validation error detected: Value '{Echo.Of(algorithm)}' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", TokenSigning.Algorithms)}]");
        }
    }

    private static List<Tag> RequireTags(GetWebIdentityTokenRequest request)
    {
        var tags = (request.Tags ?? []).Select(tag => new Tag(tag.Key, tag.Value)).ToList();
        if (tags.Count > MostTags)
        {
            throw Refusals.Invalid($"1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to {MostTags}");
        }

        return tags.DistinctBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase).Count() == tags.Count
            ? tags
            : throw Refusals.InvalidParameter("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    private static DateTimeOffset RequireExpiry(GetWebIdentityTokenRequest request, Call call)
    {
        var expires = call.Now.AddSeconds(request.DurationSeconds ?? Lifetime);
        return call.Caller.Session is { } session && session.Expires < expires
            ? throw new SessionDurationEscalationException("The requested token duration would extend beyond the expiration of the session.")
            : expires;
    }

    private static ValueTask<TokenIssuer> RenewAsync(Reach reach, string algorithm, CancellationToken cancel) => reach.CommitAsync(
        draft =>
        {
            var issuer = Require(draft.Account);
            if (issuer.IsDue(algorithm, draft.Now))
            {
                issuer = TokenSigning.Renew(issuer, draft.Call.Installation, draft.Account.Id, draft.Now);
                draft.Put(issuer);
            }

            return issuer;
        },
        cancel);
}
