using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;
using AccessDeniedException = Gatehouse.Contracts.RolesAnywhereSessions.AccessDeniedException;
using ValidationException = Gatehouse.Contracts.RolesAnywhereSessions.ValidationException;

namespace Gatehouse.RolesAnywhere.Tests.Sessions;

/// <summary>What of a certificate becomes tags and the source identity of a session [AU-862].</summary>
public sealed class CertificateTagsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Theory]
    [InlineData("CN=web-1,O=\"Example, Inc.\"", "x509Subject/CN=web-1")]
    [InlineData("CN=web-1,O=*", "x509Subject/CN=web-1")]
    public void Leaves_out_what_cannot_be_a_session_tag_rather_than_changing_it(string subject, string tags) // [AU-862]
    {
        using var certificate = fixture.Root.Issue(subject);

        var session = fixture.Open(fixture.Begin(certificate));

        Assert.Equal([tags], session.Tags.Where(tag => tag.Key.StartsWith("x509Subject", StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Lets_no_policy_ask_about_what_was_left_out() // [AU-862]
    {
        fixture.PutRole(AnywhereFixture.Trust[..^2] + ""","Condition":{"StringLike":{"aws:PrincipalTag/x509Subject/O":"*"}}}}""");
        using var certificate = fixture.Root.Issue("CN=web-1,O=\"Example, Inc.\"");
        using var other = fixture.Root.Issue("CN=web-1,O=Example");

        Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate));
        Assert.Single(fixture.Begin(other).CredentialSet!);
    }

    [Fact]
    public void Refuses_a_common_name_that_no_session_can_bear_rather_than_changing_it()
    {
        using var certificate = fixture.Root.Issue("CN=Jane Doe,O=Example");

        Assert.Contains("common name", Assert.Throws<ValidationException>(() => fixture.Begin(certificate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_what_the_profile_says_and_nothing_else()
    {
        fixture.Write<DeleteAttributeMapping, DeleteAttributeMappingRequest, DeleteAttributeMappingResponse>(new() { ProfileId = fixture.Profile.ProfileId!, CertificateField = "x509Issuer" });
        fixture.Write<PutAttributeMapping, PutAttributeMappingRequest, PutAttributeMappingResponse>(
            new() { ProfileId = fixture.Profile.ProfileId!, CertificateField = "x509Subject", MappingRules = [new() { Specifier = "OU" }] });
        using var certificate = fixture.Root.Issue("CN=web-1,OU=Web,OU=Front,O=\"Example, Inc.\"", change: AnywhereFixture.WithAlternativeNames);

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
}
