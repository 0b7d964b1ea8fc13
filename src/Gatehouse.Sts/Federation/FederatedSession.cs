using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.Sts.Roles;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;
using TagShape = Gatehouse.Contracts.Sts.Shapes.Tag;

namespace Gatehouse.Sts.Federation;

/// <summary>What the two operations that begin federated sessions have in common.</summary>
/// <param name="Credentials">The session's credentials.</param>
/// <param name="User">Who it is.</param>
/// <param name="PackedPolicySize">How much of their space policies and tags take; null when there are none.</param>
internal sealed record FederatedSession(Credentials Credentials, AssumedRoleUser User, int? PackedPolicySize)
{
    private const int MostTags = 50;
    private const int MostKey = 128;
    private const int MostValue = 256;

    /// <summary>Refuses what is no ARN.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    internal static void RequireArn(string arn)
    {
        if (!new Arn(arn).IsWellFormed)
        {
            throw Refusals.Invalid($"{Echo.Of(arn)} is invalid");
        }
    }

    /// <summary>Has a proof checked, and says in STS's words why it is not taken.</summary>
    internal static async ValueTask<ProvenIdentity> ProveAsync(Call call, Func<IIdentityProofs, ValueTask<ProvenIdentity>> check)
    {
        try
        {
            var proof = await check(ProofsOf(call));
            call.Proven?.Invoke(proof);
            return proof;
        }
        catch (ProofException refusal)
        {
            throw Describe(refusal);
        }
    }

    /// <summary>The same of a proof for which nothing is waited.</summary>
    internal static ProvenIdentity Prove(Call call, Func<IIdentityProofs, ProvenIdentity> check)
    {
        try
        {
            var proof = check(ProofsOf(call));
            call.Proven?.Invoke(proof);
            return proof;
        }
        catch (ProofException refusal)
        {
            throw Describe(refusal);
        }
    }

    /// <summary>Begins the session of someone who is proven, if the role takes them.</summary>
    /// <exception cref="ApiException">The role does not exist or does not trust them, or what they hand over cannot be used.</exception>
    internal static FederatedSession Issue(
        Call call, string roleArn, string action, ProvenIdentity proof, string sessionName, string? policy, IReadOnlyList<PolicyDescriptorType>? arns, int? seconds)
    {
        // [AU-424]: what is not there, and what only services may assume, looks like what does not trust.
        if (RoleArns.Find(roleArn, call.Owner) is not { } role || !AssumeRole.IsForCallers(role) || call.Owner!.Profile.Suspended
            || !FederatedTrust.Allows(call, role, action, proof, sessionName))
        {
            throw Refusals.Denied($"Not authorized to perform {action}");
        }

        var account = call.Owner;
        var policyArns = SessionPolicies.Require(call, account, policy, arns);
        var tags = TagsOf(proof);
        var lifetime = Durations.OfRole(seconds, role, chained: false);

        // [AU-518]: never longer than the provider's own session.
        var expires = proof.SessionEnds is { } ends && ends < call.Now + lifetime ? ends : call.Now + lifetime;
        var percent = SessionPolicies.Measure(policy, policyArns, tags);

        // [AU-429, AU-507]: last of all, so that what is refused for another reason can be asked for again.
        Redeem(call, proof);
        var credentials = call.Issue(
            account.Id,
            percent,
            id => new()
            {
                Kind = SessionKind.AssumedRole,
                Account = account.Id,
                PrincipalId = role.Id,
                PrincipalArn = role.ArnIn(account.Id).Text,
                SessionName = sessionName,
                SessionId = id,
                Issued = call.Now,
                Expires = expires,
                Policy = policy,
                PolicyArns = policyArns,
                Tags = tags,
                SourceIdentity = proof.SourceIdentity,
                Provider = proof.ProviderArn,
                FederationKeys = proof.KeptKeys,
            });
        var user = new AssumedRoleUser { AssumedRoleId = $"{role.Id}:{sessionName}", Arn = Arn.AssumedRole(account.Id, role.Name, sessionName).Text };
        return new(credentials, user, policy is not null || !policyArns.IsEmpty || !tags.IsEmpty ? percent : null);
    }

    private static void Redeem(Call call, ProvenIdentity proof)
    {
        if (call.SpentAssertion is { } spent && spent.Is(proof.SingleUse))
        {
            return;
        }

        try
        {
            ProofsOf(call).Redeem(proof);
        }
        catch (ProofException refusal)
        {
            throw Describe(refusal);
        }
    }

    private static IIdentityProofs ProofsOf(Call call) =>
        call.Installation.Proofs ?? throw new InvalidIdentityTokenException("This installation takes nobody at an identity provider's word.");

    private static ApiException Describe(ProofException refusal) => refusal.Fault switch
    {
        ProofFault.Expired => new ExpiredTokenException(refusal.Message),
        ProofFault.Unreachable => new IDPCommunicationErrorException(refusal.Message),
        ProofFault.Denied => Refusals.Denied(refusal.Message),
        _ => new InvalidIdentityTokenException(refusal.Message),
    };

    // The constraints that the model puts on tags of a request hold for those of a proof [AU-422].
    private static ImmutableArray<SessionTag> TagsOf(ProvenIdentity proof)
    {
        if (proof.Tags.Length > MostTags || proof.TransitiveTagKeys.Length > MostTags
            || proof.Tags.Any(tag => tag.Key.Length is 0 or > MostKey || tag.Value.Length > MostValue || !IsTagText(tag.Key) || !IsTagText(tag.Value)))
        {
            throw new InvalidIdentityTokenException("The session tags of the proof break the limits of session tags.");
        }

        return SessionTags.Require(null, proof.Tags.Select(tag => new TagShape { Key = tag.Key, Value = tag.Value }).ToList(), proof.TransitiveTagKeys);
    }

    private static bool IsTagText(string text) => text.All(static letter => letter is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@'
        || char.IsLetter(letter) || char.IsNumber(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
