using Gatehouse.Accounts;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Federation;

/// <summary>Gives a session of a role to whom an OpenID Connect issuer vouches for, if the role trusts that issuer's word [AU-410].</summary>
/// <remarks>Waits for the issuer's keys when they are not at hand. Unsigned: the token is all that is shown.</remarks>
internal sealed class AssumeRoleWithWebIdentity : IReach<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse>
{
    public static bool Changes => false;

    // Whether the caller may is the role's trust policy's to say, once the token is believed.
    public static bool NeedsPermission => false;

    public static Arn Target(AssumeRoleWithWebIdentityRequest request, Call call) => new(request.RoleArn);

    public static async ValueTask<AssumeRoleWithWebIdentityResponse> HandleAsync(
        AssumeRoleWithWebIdentityRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        FederatedSession.RequireArn(request.RoleArn);
        if (request.ProviderId is not null)
        {
            // [AU-403]: the access tokens of the two providers that this names prove nothing to anybody but them.
            throw new InvalidIdentityTokenException("OAuth 2.0 access tokens are not supported: ProviderId must not be given.");
        }

        var proof = await FederatedSession.ProveAsync(call, proofs => proofs.CheckTokenAsync(call.Owner, request.WebIdentityToken, cancel));
        var session = FederatedSession.Issue(
            call, request.RoleArn, "sts:AssumeRoleWithWebIdentity", proof, request.RoleSessionName, request.Policy, request.PolicyArns, request.DurationSeconds);
        return new()
        {
            Credentials = session.Credentials,
            SubjectFromWebIdentityToken = proof.Subject,
            AssumedRoleUser = session.User,
            PackedPolicySize = session.PackedPolicySize,
            Provider = proof.ProviderName,
            Audience = proof.Audience,
            SourceIdentity = proof.SourceIdentity,
        };
    }
}
