using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhereSessions;
using Gatehouse.Operations;
using Gatehouse.RolesAnywhere.Profiles;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Wire;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>Gives a session of a role to whoever holds the key of a certificate under a trust anchor, if profile and role take them [AU-860].</summary>
/// <remarks>Nobody's access key signs it: that the certificate's key did is known when it comes here, and nothing else. Writes nothing and waits for nothing.</remarks>
internal sealed class CreateSession : IReach<CreateSessionRequest, CreateSessionResponse>
{
    // AWS: the trail tells of it as a write, though nothing of the account changes.
    public static bool Changes => true;

    // Whether the caller may is the role's trust policy's to say, once the certificate is believed.
    public static bool NeedsPermission => false;

    public static Arn Target(CreateSessionRequest request, Call call) => new(request.TrustAnchorArn);

    public static ValueTask<CreateSessionResponse> HandleAsync(CreateSessionRequest request, Reach reach, CancellationToken cancel) =>
        ValueTask.FromResult(Handle(request, reach.Call));

    private static CreateSessionResponse Handle(CreateSessionRequest request, Call call)
    {
        var presented = call.Certificate ?? throw new InvalidOperationException("CreateSession was called without a certificate.");
        var (anchor, profile) = (RequireAnchor(request, call), RequireProfile(request, call));
        using var certificate = X509CertificateLoader.LoadCertificate(presented.Der.AsSpan());
        CertificatePath.Require(certificate, presented, anchor, call.Owner!, call.Now);

        // From here on the subject is known, and what becomes of its request is remembered.
        var granted = false;
        try
        {
            var session = AnywhereSession.Begin(request, call, anchor, profile, certificate);
            granted = true;
            return session;
        }
        finally
        {
            SessionSubject.Note(call, anchor.Region, certificate, request.InstanceProperties, failed: !granted);
        }
    }

    private static TrustAnchor RequireAnchor(CreateSessionRequest request, Call call)
    {
        var arn = new Arn(request.TrustAnchorArn);
        if (call.Owner is not { Exists: true } owner || owner.Profile.Suspended || RegionOf(arn) != call.Region
            || Anchors.Find(owner, call.Region, IdOf(arn)) is not { } anchor || anchor.ArnIn(owner.Id) != arn)
        {
            throw SessionRefusals.Missing($"Trust anchor {Echo.Of(request.TrustAnchorArn)} was not found.");
        }

        return anchor.Enabled ? anchor : throw SessionRefusals.Denied("Trust anchor is disabled");
    }

    private static AnywhereProfile RequireProfile(CreateSessionRequest request, Call call)
    {
        var arn = new Arn(request.ProfileArn);
        if (AnywhereProfiles.Find(call.Owner!, call.Region, IdOf(arn)) is not { } profile || profile.ArnIn(call.Owner!.Id) != arn)
        {
            throw SessionRefusals.Missing($"Profile {Echo.Of(request.ProfileArn)} was not found.");
        }

        return profile.Enabled ? profile : throw SessionRefusals.Denied("Profile is disabled");
    }

    private static string IdOf(Arn arn) => arn.Resource[(arn.Resource.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string RegionOf(Arn arn) => arn.Text.Split(':') is [_, _, _, var region, ..] ? region : "";
}
