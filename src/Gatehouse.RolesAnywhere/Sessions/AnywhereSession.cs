using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.RolesAnywhereSessions;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>The session of somebody whose certificate is believed [AU-862, AU-863].</summary>
internal static class AnywhereSession
{
    // The same space as that of sessions that STS begins [AU-312].
    private const int PlainSize = 2048;

    /// <summary>Begins it, if profile and role take them.</summary>
    internal static CreateSessionResponse Begin(CreateSessionRequest request, Call call, TrustAnchor anchor, AnywhereProfile profile, X509Certificate2 certificate)
    {
        var account = call.Owner!;
        var role = RequireRole(request, account, profile);
        if (profile.RequiresInstanceProperties && request.InstanceProperties is not { Count: > 0 })
        {
            throw SessionRefusals.Invalid("Instance properties are required by the profile.");
        }

        var (name, source) = (NameOf(request, profile, certificate), CertificateTags.SourceIdentity(certificate));
        var tags = CertificateTags.Of(certificate, profile.Mappings);
        var seconds = Math.Min(request.DurationSeconds ?? profile.Seconds, profile.Seconds);
        ImmutableArray<SessionTag> sessionTags = [.. tags.Select(tag => new SessionTag(tag.Key, tag.Value, Transitive: false))];

        // AWS: CreateSession is AssumeRole behind a certificate, and the trail shows both.
        var assumption = new RoleAssumption(account.Id, request.RoleArn, ProfileRules.Service, name, seconds, sessionTags) { SourceIdentity = source };
        if (seconds > role.MaxSessionSeconds || !Allows(call, role, anchor, name, source, tags))
        {
            call.Happened?.Invoke(assumption.Denied(call.Installation.Ids, call.Region, call.Now));
            throw SessionRefusals.Unable(request.RoleArn);
        }

        var percent = Measure(profile, sessionTags);
        var issued = call.Installation.TryIssue(account.Id, id => new()
        {
            Kind = SessionKind.AssumedRole,
            Account = account.Id,
            PrincipalId = role.Id,
            PrincipalArn = role.ArnIn(account.Id).Text,
            SessionName = name,
            SessionId = id,
            Issued = call.Now,
            Expires = call.Now + TimeSpan.FromSeconds(seconds),
            Policy = profile.SessionPolicy,
            PolicyArns = profile.PolicyArns,
            Tags = sessionTags,
            SourceIdentity = source,
            Delivery = SessionDelivery.RolesAnywhere,
            DeliveredTo = anchor.ArnIn(account.Id).Text,
        });
        if (issued is null)
        {
            throw TooLarge(Math.Max(percent, 101));
        }

        call.Happened?.Invoke(assumption.Granted(call.Installation.Ids, call.Region, call.Now, role, issued));
        return Describe(
            request, issued, role, percent,
            SubjectUse.ArnOf(anchor.Region, account.Id, SessionSubject.IdOf(certificate, account.Id, anchor.Region)).Text);
    }

    private static CreateSessionResponse Describe(CreateSessionRequest request, IssuedSession issued, Role role, int percent, string subjectArn) => new()
    {
        CredentialSet =
        [
            new()
            {
                AssumedRoleUser = new()
                {
                    Arn = Arn.AssumedRole(issued.Contents.Account, role.Name, issued.Contents.SessionName).Text,
                    AssumedRoleId = $"{role.Id}:{issued.Contents.SessionName}",
                },
                Credentials = new()
                {
                    AccessKeyId = issued.AccessKeyId,
                    SecretAccessKey = issued.SecretAccessKey,
                    SessionToken = issued.Token,
                    Expiration = issued.Contents.Expires,
                },
                PackedPolicySize = percent,
                RoleArn = request.RoleArn,
                SourceIdentity = issued.Contents.SourceIdentity,
            },
        ],
        Enabled = true,
        SubjectArn = subjectArn,
    };

    // A role that is not there looks like one that does not trust.
    private static Role RequireRole(CreateSessionRequest request, Account account, AnywhereProfile profile)
    {
        if (!profile.RoleArns.Contains(request.RoleArn))
        {
            throw SessionRefusals.Denied($"Role {request.RoleArn} is not in the profile");
        }

        return account.Roles.Find(request.RoleArn[(request.RoleArn.LastIndexOf('/') + 1)..]) is { IsServiceLinked: false } role && role.ArnIn(account.Id).Text == request.RoleArn
            ? role
            : throw SessionRefusals.Unable(request.RoleArn);
    }

    private static string NameOf(CreateSessionRequest request, AnywhereProfile profile, X509Certificate2 certificate)
    {
        // AWS: "sessionName", which roleSessionName has taken the place of, is read and not used.
        if (request.RoleSessionName is not { } asked)
        {
            return certificate.SerialNumber.ToLowerInvariant();
        }

        return profile.AcceptsSessionName ? asked : throw SessionRefusals.Denied("The profile does not accept a role session name");
    }

    private static bool Allows(Call call, Role role, TrustAnchor anchor, string name, string? source, ImmutableArray<Tag> tags)
    {
        // The tags stand in for those of a principal that is not there yet, as AWS documents it.
        var keys = tags.Select(tag => KeyValuePair.Create("aws:PrincipalTag/" + tag.Key, tag.Value))
            .Append(new("aws:SourceArn", anchor.ArnIn(call.Owner!.Id).Text))
            .Append(new("aws:SourceAccount", call.Owner!.Id));
        return RoleTrust.AllowsService(call, role, ProfileRules.Service, name, tags, source, [.. keys]);
    }

    private static int Measure(AnywhereProfile profile, ImmutableArray<SessionTag> tags)
    {
        var plain = (profile.SessionPolicy?.Length ?? 0) + profile.PolicyArns.Sum(arn => arn.Length);
        var percent = plain > PlainSize
            ? ((plain * 100) + PlainSize - 1) / PlainSize
            : PackedSize.PercentOf(profile.SessionPolicy, profile.PolicyArns, tags);
        return percent <= 100 ? percent : throw TooLarge(percent);
    }

    private static Exception TooLarge(int percent) => SessionRefusals.Invalid(FormattableString.Invariant($"Packed policy consumes {percent}% of allotted space, please use smaller policy."));
}
