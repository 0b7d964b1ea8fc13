using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Contracts.RolesAnywhereSessions;
using Gatehouse.RolesAnywhere.Profiles;
using Gatehouse.RolesAnywhere.TrustAnchors;
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
    public void Does_not_use_the_session_name_of_old_clients() // [AU-860]
    {
        using var certificate = fixture.Root.Issue();
        var request = new CreateSessionRequest
        {
            TrustAnchorArn = fixture.Anchor.TrustAnchorArn!, ProfileArn = fixture.Profile.ProfileArn!, RoleArn = AnywhereFixture.RoleArn, SessionName = "a name of old",
        };

        Assert.Equal("10ab01", fixture.Open(fixture.Begin(certificate, request)).SessionName);
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
}
