using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Contracts.RolesAnywhereSessions;
using Gatehouse.RolesAnywhere.Profiles;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Testing;
using AccessDeniedException = Gatehouse.Contracts.RolesAnywhereSessions.AccessDeniedException;
using ResourceNotFoundException = Gatehouse.Contracts.RolesAnywhereSessions.ResourceNotFoundException;
using ValidationException = Gatehouse.Contracts.RolesAnywhereSessions.ValidationException;

namespace Gatehouse.RolesAnywhere.Tests.Sessions;

public sealed class CreateSessionTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Gives_a_session_of_the_role_that_says_whose_certificate_it_was() // [AU-862, AU-863]
    {
        using var certificate = fixture.Root.Issue();

        var answer = fixture.Begin(certificate);

        var set = Assert.Single(answer.CredentialSet!);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/app/10ab01", set.AssumedRoleUser!.Arn);
        Assert.Equal("AROAAPPAPPAPPAPPAPPAP:10ab01", set.AssumedRoleUser.AssumedRoleId);
        Assert.Equal(("web-1", AnywhereFixture.RoleArn), (set.SourceIdentity, set.RoleArn));
        Assert.Equal(fixture.Account.Clock.GetUtcNow().AddHours(1), set.Credentials!.Expiration);
        Assert.StartsWith("arn:aws:rolesanywhere:us-east-1:111122223333:subject/", answer.SubjectArn, StringComparison.Ordinal);
        var session = fixture.Open(answer);
        Assert.Equal((SessionKind.AssumedRole, SessionDelivery.RolesAnywhere, "web-1"), (session.Kind, session.Delivery, session.SourceIdentity));
        Assert.Equal(fixture.Anchor.TrustAnchorArn, session.DeliveredTo);
        Assert.Equal(
            ["x509Issuer/CN=Test Root", "x509Issuer/O=Example", "x509Subject/CN=web-1", "x509Subject/O=Example", "x509Subject/OU=Web"],
            session.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(session.Tags, tag => tag.Transitive);
    }

    /// <summary>Certificates that are refused [AU-861, BI-233, BI-234]: each differs from a good one in one thing.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "expired", "has expired" },
        { "not yet valid", "not yet valid" },
        { "of another authority", "Untrusted signing" },
        { "of another authority of the same name", "Untrusted signing" },
        { "self-signed", "Untrusted signing" },
        { "an authority's", "CA certificate" },
        { "the anchor's own", "CA certificate" },
        { "not for signing", "digitalSignature" },
        { "RSA of 1024 bits", "2048" },
        { "of another curve", "P-256" },
        { "signed with SHA-1", "SHA-256" },
        { "with an unknown critical extension", "Untrusted signing" },
        { "under an intermediate that did not come along", "Untrusted signing" },
        { "under an intermediate of another authority", "Untrusted signing" },
        { "under a certificate that is no authority's", "Untrusted signing" },
        { "under an expired intermediate", "has expired" },
        { "under an intermediate that may sign no certificates", "Untrusted signing" },
        { "under too long a path", "Untrusted signing" },
        { "outside of the names its intermediate may give", "Untrusted signing" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_a_certificate_that_is(string kind, string why)
    {
        using var other = TestAuthority.Root(kind.EndsWith("same name", StringComparison.Ordinal) ? "CN=Test Root,O=Example" : "CN=Other Root");
        using var first = fixture.Root.Under(
            to: kind.Contains("expired intermediate", StringComparison.Ordinal) ? new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero) : null,
            change: request => Spoil(request, kind));
        using var second = first.Under("CN=Second");
        var (certificate, chain) = Make(kind, other, first, second);
        using (certificate)
        {
            var refusal = Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, chain));

            Assert.Equal(403, refusal.Status);
            Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    public void Takes_RSA_keys(int bits)
    {
        using var certificate = fixture.Root.Issue(rsaBits: bits);

        Assert.Single(fixture.Begin(certificate).CredentialSet!);
    }

    [Fact]
    public void Takes_P_384_and_certificates_without_any_extension()
    {
        using var curve = fixture.Root.Issue(curve: ECCurve.NamedCurves.nistP384);
        using var plain = fixture.Root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false)));

        Assert.Single(fixture.Begin(curve).CredentialSet!);
        Assert.Single(fixture.Begin(plain).CredentialSet!);
    }

    [Fact]
    public void Takes_a_chain_in_any_order_down_from_a_root_or_from_an_anchor_that_is_none()
    {
        using var middle = fixture.Root.Under();
        using var last = middle.Under("CN=Last", change: request => request.CertificateExtensions[0] = new X509BasicConstraintsExtension(true, true, 0, true));
        using var certificate = last.Issue();

        Assert.Single(fixture.Begin(certificate, null, last.Certificate, middle.Certificate).CredentialSet!);
        Assert.Single(fixture.Begin(certificate, null, middle.Certificate, last.Certificate, fixture.Root.Certificate).CredentialSet!);

        var anchor = fixture.Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(
            new() { Name = "middle", Source = AnywhereFixture.Bundle(middle.Pem), Enabled = true }).TrustAnchor;
        Assert.Single(fixture.Begin(certificate, fixture.Ask(anchor: anchor.TrustAnchorArn), last.Certificate).CredentialSet!);
        using var beside = fixture.Root.Issue();
        Assert.Throws<AccessDeniedException>(() => fixture.Begin(beside, fixture.Ask(anchor: anchor.TrustAnchorArn), fixture.Root.Certificate));
    }

    [Fact]
    public void Asks_enabled_revocation_lists_of_the_anchor() // [AU-861, BI-234]
    {
        using var certificate = fixture.Root.Issue();
        using var fine = fixture.Root.Issue();
        var now = fixture.Account.Clock.GetUtcNow();
        var list = fixture.Import(AnywhereFixture.Pem(fixture.Root.Revoke(now.AddDays(-1), now.AddDays(1), HashAlgorithmName.SHA256, certificate)), enabled: false);
        Assert.Single(fixture.Begin(certificate).CredentialSet!);

        fixture.Write<RolesAnywhere.Crls.EnableCrl, EnableCrlRequest, EnableCrlResponse>(new() { CrlId = list.CrlId! });

        Assert.Contains("revoked", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message, StringComparison.Ordinal);
        Assert.Single(fixture.Begin(fine).CredentialSet!);

        // A list whose successor is due says nothing any more, so nobody is let in by it.
        fixture.Account.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("is not valid", Assert.Throws<AccessDeniedException>(() => fixture.Begin(fine)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_revocation_lists_of_intermediates_and_about_them()
    {
        using var middle = fixture.Root.Under();
        using var certificate = middle.Issue();
        using var impostor = TestAuthority.Root("CN=Test Intermediate,O=Example");
        var now = fixture.Account.Clock.GetUtcNow();
        var forged = fixture.Import(impostor.Revoke(now, now.AddDays(1), HashAlgorithmName.SHA256));
        Assert.Contains("is not valid", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, middle.Certificate)).Message, StringComparison.Ordinal);
        fixture.Write<RolesAnywhere.Crls.DeleteCrl, DeleteCrlRequest, DeleteCrlResponse>(new() { CrlId = forged.CrlId! });
        Assert.Single(fixture.Begin(certificate, null, middle.Certificate).CredentialSet!);

        fixture.Import(fixture.Root.Revoke(now, now.AddDays(1), HashAlgorithmName.SHA256, middle.Certificate));

        Assert.Contains("revoked", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, middle.Certificate)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:SourceArn", "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/ANCHOR", true)]
    [InlineData("aws:SourceArn", "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/other", false)]
    [InlineData("aws:SourceAccount", "111122223333", true)]
    [InlineData("aws:SourceAccount", "444455556666", false)]
    [InlineData("aws:SourceOrgID", "o-exampleorg", true)]
    [InlineData("aws:SourceOrgPaths", "o-exampleorg/r-root/", true)]
    [InlineData("aws:PrincipalServiceNamesList", "rolesanywhere.amazonaws.com", true)]
    [InlineData("aws:PrincipalType", "Service", true)]
    [InlineData("aws:ViaAWSService", "false", true)]
    [InlineData("aws:PrincipalTag/x509Subject/CN", "web-1", true)]
    [InlineData("aws:PrincipalTag/x509Subject/CN", "web-2", false)]
    [InlineData("aws:PrincipalTag/x509Issuer/CN", "Test Root", true)]
    [InlineData("aws:RequestTag/x509Subject/OU", "Web", true)]
    [InlineData("aws:PrincipalTag/x509SAN/DNS", "web-1.example.com", true)]
    [InlineData("aws:PrincipalTag/x509SAN/URI", "spiffe://example.com/web", true)]
    [InlineData("sts:SourceIdentity", "web-1", true)]
    [InlineData("sts:SourceIdentity", "root", false)]
    [InlineData("sts:RoleSessionName", "10ab01", true)]
    public void Asks_the_trust_policy_with_what_the_certificate_says(string key, string value, bool allowed) // [AU-862]
    {
        fixture.Account.Change(draft =>
        {
            draft.Put(draft.Account.Profile with { Membership = new("o-exampleorg", draft.Account.Id) });
            draft.Put(new MemberAccount { Id = draft.Account.Id, Name = "test", Email = "test@example.com", ParentId = "r-root", JoinedMethod = "INVITED", Joined = draft.Now });
            draft.Put(new Organization { Id = "o-exampleorg", RootId = "r-root", FeatureSet = "ALL", Created = draft.Now });
        });
        fixture.PutRole(AnywhereFixture.Trust[..^2]
            + ",\"Condition\":{\"StringEquals\":{\"" + key + "\":\"" + value.Replace("ANCHOR", fixture.Anchor.TrustAnchorId, StringComparison.Ordinal) + "\"}}}}");
        using var certificate = fixture.Root.Issue(change: WithAlternativeNames);

        if (allowed)
        {
            Assert.Single(fixture.Begin(certificate).CredentialSet!);
        }
        else
        {
            Assert.Equal($"Unable to assume role for {AnywhereFixture.RoleArn}", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message);
        }
    }

    [Theory]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:TagSession")]
    [InlineData("sts:SetSourceIdentity")]
    public void Needs_all_three_permissions(string missing) // [AU-862]
    {
        fixture.PutRole(AnywhereFixture.Trust.Replace(missing, "sts:GetCallerIdentity", StringComparison.Ordinal));
        using var certificate = fixture.Root.Issue();

        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
    }

    [Fact]
    public void Needs_a_role_that_trusts_the_service_itself()
    {
        fixture.PutRole(AnywhereFixture.Trust.Replace("rolesanywhere.", "ec2.", StringComparison.Ordinal));
        using var certificate = fixture.Root.Issue();

        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
    }

    [Fact]
    public void Needs_a_role_that_is_in_the_profile_and_exists()
    {
        using var certificate = fixture.Root.Issue();

        Assert.Contains("not in the profile", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, fixture.Ask(role: "arn:aws:iam::111122223333:role/other"))).Message, StringComparison.Ordinal);
        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, RoleArns = ["arn:aws:iam::111122223333:role/gone"] });
        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, fixture.Ask(role: "arn:aws:iam::111122223333:role/gone")));
    }

    [Fact]
    public void Needs_a_trust_anchor_and_a_profile_of_the_region_that_are_enabled()
    {
        using var certificate = fixture.Root.Issue();
        Assert.Throws<ResourceNotFoundException>(() => fixture.Begin(certificate, fixture.Ask(anchor: fixture.Anchor.TrustAnchorArn![..^1] + "x")));
        Assert.Throws<ResourceNotFoundException>(() => fixture.Begin(certificate, fixture.Ask(profile: fixture.Profile.ProfileArn![..^1] + "x")));
        fixture.Region = "eu-west-1";
        Assert.Throws<ResourceNotFoundException>(() => fixture.Begin(certificate));
        Assert.Throws<ResourceNotFoundException>(() => fixture.Begin(certificate, fixture.Ask(anchor: fixture.Anchor.TrustAnchorArn!.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal))));
        fixture.Region = "us-east-1";

        fixture.Write<DisableProfile, DisableProfileRequest, DisableProfileResponse>(new() { ProfileId = fixture.Profile.ProfileId! });
        Assert.Equal("Profile is disabled", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message);
        fixture.Write<DisableTrustAnchor, DisableTrustAnchorRequest, DisableTrustAnchorResponse>(new() { TrustAnchorId = fixture.Anchor.TrustAnchorId! });
        Assert.Equal("Trust anchor is disabled", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message);
    }

    [Fact]
    public void Lasts_as_long_as_was_asked_and_no_longer_than_the_profile_says()
    {
        using var certificate = fixture.Root.Issue();
        var now = fixture.Account.Clock.GetUtcNow();
        Assert.Equal(now.AddSeconds(900), fixture.Open(fixture.Begin(certificate, fixture.Ask(seconds: 900))).Expires);
        Assert.Equal(now.AddSeconds(3600), fixture.Open(fixture.Begin(certificate, fixture.Ask(seconds: 43200))).Expires);

        // The role's own limit is STS's to say.
        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, DurationSeconds = 7200 });
        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
    }

    [Fact]
    public void Takes_a_session_name_only_where_the_profile_does()
    {
        using var certificate = fixture.Root.Issue();
        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, fixture.Ask(name: "mine")));

        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, AcceptRoleSessionName = true });

        Assert.Equal("mine", fixture.Open(fixture.Begin(certificate, fixture.Ask(name: "mine"))).SessionName);
    }

    [Fact]
    public void Is_bound_by_the_profile_s_policies()
    {
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"*"}}""";
        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, SessionPolicy = policy, ManagedPolicyArns = ["arn:aws:iam::aws:policy/IAMReadOnlyAccess"] });
        using var certificate = fixture.Root.Issue();

        var answer = fixture.Begin(certificate);

        var session = fixture.Open(answer);
        Assert.Equal((policy, "arn:aws:iam::aws:policy/IAMReadOnlyAccess"), (session.Policy, session.PolicyArns.Single()));
        Assert.InRange(answer.CredentialSet![0].PackedPolicySize!.Value, 1, 100);
        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, SessionPolicy = policy.Replace("iam:GetUser", "iam:" + new string('a', 2100), StringComparison.Ordinal) });
        Assert.Contains("consumes", Assert.Throws<ValidationException>(() => fixture.Begin(certificate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_instance_properties_where_the_profile_does()
    {
        var profile = fixture.Write<CreateProfile, CreateProfileRequest, CreateProfileResponse>(
            new() { Name = "strict", RoleArns = [AnywhereFixture.RoleArn], Enabled = true, RequireInstanceProperties = true }).Profile!;
        using var certificate = fixture.Root.Issue();

        Assert.Throws<ValidationException>(() => fixture.Begin(certificate, fixture.Ask(profile: profile.ProfileArn)));
        Assert.Single(fixture.Begin(certificate, fixture.Ask(profile: profile.ProfileArn, properties: new Dictionary<string, string> { ["host"] = "a" })).CredentialSet!);
    }

    [Theory]
    [InlineData("CN=web-1,O=\"Example, Inc.\"", "x509Subject/O")]
    [InlineData("CN=Jane Doe,O=Example", "common name")]
    public void Refuses_names_that_no_session_can_bear_rather_than_changing_them(string subject, string why)
    {
        using var certificate = fixture.Root.Issue(subject);

        Assert.Contains(why, Assert.Throws<ValidationException>(() => fixture.Begin(certificate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_what_the_profile_says_and_nothing_else()
    {
        fixture.Write<DeleteAttributeMapping, DeleteAttributeMappingRequest, DeleteAttributeMappingResponse>(new() { ProfileId = fixture.Profile.ProfileId!, CertificateField = "x509Issuer" });
        fixture.Write<PutAttributeMapping, PutAttributeMappingRequest, PutAttributeMappingResponse>(
            new() { ProfileId = fixture.Profile.ProfileId!, CertificateField = "x509Subject", MappingRules = [new() { Specifier = "OU" }] });
        using var certificate = fixture.Root.Issue("CN=web-1,OU=Web,OU=Front,O=\"Example, Inc.\"", change: WithAlternativeNames);

        var session = fixture.Open(fixture.Begin(certificate));

        Assert.Equal(
            ["x509SAN/DNS=web-1.example.com", "x509SAN/Name/CN=inner", "x509SAN/URI=spiffe://example.com/web", "x509Subject/OU=Front/Web"],
            session.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_common_name_there_is_no_source_identity_and_none_must_be_allowed()
    {
        fixture.PutRole(AnywhereFixture.Trust.Replace(",\"sts:SetSourceIdentity\"", "", StringComparison.Ordinal));
        using var certificate = fixture.Root.Issue("O=Example");

        Assert.Null(fixture.Open(fixture.Begin(certificate)).SourceIdentity);
    }

    private static void WithAlternativeNames(CertificateRequest request)
    {
        // dNSName twice, uniformResourceIdentifier, and a directoryName CN=inner: the framework's builder writes no directory names.
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(System.Formats.Asn1.UniversalTagNumber.IA5String, "web-1.example.com", new(System.Formats.Asn1.TagClass.ContextSpecific, 2));
            writer.WriteCharacterString(System.Formats.Asn1.UniversalTagNumber.IA5String, "other.example.com", new(System.Formats.Asn1.TagClass.ContextSpecific, 2));
            writer.WriteCharacterString(System.Formats.Asn1.UniversalTagNumber.IA5String, "spiffe://example.com/web", new(System.Formats.Asn1.TagClass.ContextSpecific, 6));
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 4)))
            {
                writer.WriteEncodedValue(new X500DistinguishedName("CN=inner").RawData);
            }
        }

        request.CertificateExtensions.Add(new("2.5.29.17", writer.Encode(), critical: false));
    }

    private static void Spoil(CertificateRequest request, string kind)
    {
        if (kind.EndsWith("may sign no certificates", StringComparison.Ordinal))
        {
            request.CertificateExtensions[1] = new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true);
        }
        else if (kind.EndsWith("too long a path", StringComparison.Ordinal))
        {
            request.CertificateExtensions[0] = new X509BasicConstraintsExtension(true, true, 0, critical: true);
        }
        else if (kind.StartsWith("outside of the names", StringComparison.Ordinal))
        {
            // Name constraints: permitted directory names are those of O=Elsewhere.
            var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (writer.PushSequence())
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 4)))
            {
                writer.WriteEncodedValue(new X500DistinguishedName("O=Elsewhere").RawData);
            }

            request.CertificateExtensions.Add(new("2.5.29.30", writer.Encode(), critical: true));
        }
    }

    private (X509Certificate2 Certificate, X509Certificate2[] Chain) Make(string kind, TestAuthority other, TestAuthority first, TestAuthority second)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = fixture.Root;
        var now = fixture.Account.Clock.GetUtcNow();
        return kind switch
        {
            "expired" => (root.Issue(to: now.AddMinutes(-1)), []),
            "not yet valid" => (root.Issue(from: now.AddMinutes(1)), []),
            "of another authority" or "of another authority of the same name" => (other.Issue(), [other.Certificate]),
            "self-signed" => (new CertificateRequest("CN=web-1", own, HashAlgorithmName.SHA256).CreateSelfSigned(TestAuthority.From, TestAuthority.To), []),
            "an authority's" => (root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true))), []),
            "the anchor's own" => (X509CertificateLoader.LoadCertificate(root.Certificate.RawData), []),
            "not for signing" => (root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true))), []),
            "RSA of 1024 bits" => (root.Issue(rsaBits: 1024), []),
            "of another curve" => (root.Issue(curve: ECCurve.NamedCurves.brainpoolP256r1), []),
            "signed with SHA-1" => (root.Issue(hash: HashAlgorithmName.SHA1), []),
            "with an unknown critical extension" => (root.Issue(change: request => request.CertificateExtensions.Add(new("1.2.3.4.5", [5, 0], critical: true))), []),
            "under an intermediate that did not come along" => (first.Issue(), []),
            "under an intermediate of another authority" => (first.Issue(), [other.Under().Certificate]),
            "under a certificate that is no authority's" => UnderClient(),
            "under too long a path" => (second.Issue(), [second.Certificate, first.Certificate]),
            _ => (first.Issue(), [first.Certificate]),
        };
    }

    private (X509Certificate2 Certificate, X509Certificate2[] Chain) UnderClient()
    {
        var client = fixture.Root.Issue("CN=client");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=web-1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using var signer = client.GetECDsaPrivateKey()!;
        return (request.Create(client.SubjectName, X509SignatureGenerator.CreateForECDsa(signer), TestAuthority.From, TestAuthority.To, [7, 7]), [client]);
    }
}
