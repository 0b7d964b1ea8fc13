using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Contracts.RolesAnywhere.Shapes;
using Gatehouse.Contracts.RolesAnywhereSessions;
using Gatehouse.Operations;
using Gatehouse.RolesAnywhere.Crls;
using Gatehouse.RolesAnywhere.Profiles;
using Gatehouse.RolesAnywhere.Sessions;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.RolesAnywhere.Tests;

/// <summary>An account with a role <c>app</c> that trusts the service, a trust anchor for a test's own authority, and a profile with that role.</summary>
public sealed class AnywhereFixture : IDisposable
{
    internal const string RoleArn = "arn:aws:iam::111122223333:role/app";

    internal const string Trust =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"rolesanywhere.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";

    internal AnywhereFixture()
    {
        PutRole(Trust);
        Anchor = Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(new() { Name = "root", Source = Bundle(Root.Pem), Enabled = true }).TrustAnchor;
        Profile = Write<CreateProfile, CreateProfileRequest, CreateProfileResponse>(new() { Name = "apps", RoleArns = [RoleArn], Enabled = true }).Profile!;
    }

    internal AccountFixture Account { get; } = new();

    internal TestAuthority Root { get; } = TestAuthority.Root();

    internal TrustAnchorDetail Anchor { get; private set; }

    internal ProfileDetail Profile { get; private set; }

    /// <summary>The chosen region; us-east-1 unless a test says otherwise.</summary>
    internal string Region { get; set; } = "us-east-1";

    /// <inheritdoc/>
    public void Dispose() => Root.Dispose();

    internal static Source Bundle(string pem) => new() { SourceType = "CERTIFICATE_BUNDLE", SourceData = new() { X509CertificateData = pem } };

    /// <summary>Gives a certificate two DNS names, a URI, and a directory name: the framework's builder writes none of these.</summary>
    internal static void WithAlternativeNames(CertificateRequest request)
    {
        // dNSName twice, uniformResourceIdentifier, and a directoryName CN=inner.
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

    internal void PutRole(string trust) => Account.Change(draft => draft.Put(new Role
    {
        Id = "AROAAPPAPPAPPAPPAPPAP",
        Name = "app",
        Path = "/",
        Created = DateTimeOffset.UnixEpoch,
        TrustPolicy = trust,
    }));

    internal TResponse Write<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape =>
        Account.CommitAsync(Account.Call with { Region = Region }, draft => TOperation.Handle(request, draft), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    internal TResponse Read<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => TOperation.Handle(request, Account.Call with { Region = Region });

    /// <summary>Changes the profile.</summary>
    internal void Update(UpdateProfileRequest request) => Profile = Write<UpdateProfile, UpdateProfileRequest, UpdateProfileResponse>(request).Profile!;

    internal CrlDetail Import(byte[] list, bool enabled = true) => Write<ImportCrl, ImportCrlRequest, ImportCrlResponse>(
        new() { Name = "list", CrlData = list, TrustAnchorArn = Anchor.TrustAnchorArn!, Enabled = enabled }).Crl;

    /// <summary>A list as PEM, as openssl writes it.</summary>
    internal static byte[] Pem(byte[] list) => Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", list) + "\n");

    /// <summary>Asks for a session of the role.</summary>
    internal CreateSessionRequest Ask(
        int? seconds = null, string? name = null, IReadOnlyDictionary<string, string>? properties = null, string? role = null, string? anchor = null, string? profile = null) => new()
        {
            TrustAnchorArn = anchor ?? Anchor.TrustAnchorArn!,
            ProfileArn = profile ?? Profile.ProfileArn!,
            RoleArn = role ?? RoleArn,
            DurationSeconds = seconds,
            RoleSessionName = name,
            InstanceProperties = properties,
        };

    /// <summary>Asks with a certificate whose signature was right.</summary>
    internal CreateSessionResponse Begin(X509Certificate2 certificate, CreateSessionRequest? request = null, params IEnumerable<X509Certificate2> chain)
    {
        var presented = new PresentedCertificate([.. certificate.RawData], [.. chain.Select(one => ImmutableArray.Create(one.RawData))]);
        var call = Account.Call with { Region = Region, Caller = Caller.Anonymous, Certificate = presented, OwnerManagement = Account.Account.Organization is null ? null : Account.Account };
        return Account.Reach<CreateSession, CreateSessionRequest, CreateSessionResponse>(request ?? Ask(), call);
    }

    /// <summary>What the session's token says.</summary>
    internal Accounts.Sessions.SessionContents Open(CreateSessionResponse response)
    {
        var credentials = response.CredentialSet![0].Credentials!;
        Assert.True(Account.Installation.Sessions.TryOpen(credentials.SessionToken, credentials.AccessKeyId, out var contents, out _));
        return contents;
    }
}
