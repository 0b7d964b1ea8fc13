using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Sts.Tests.Federation;

public sealed class AssumeRoleWithSAMLTests
{
    private readonly FederationFixture federation = new();

    [Theory]
    [InlineData("_a1")]
    [InlineData("_r1")]
    public void Gives_a_session_to_whom_the_provider_vouches_for(string signed)
    {
        // [AU-521, AU-523]
        federation.Trust("""{"StringEquals":{"saml:aud":"https://signin.aws.amazon.com/saml","saml:iss":"https://idp.example.com/saml","saml:sub_type":"persistent","saml:doc":"111122223333/corp","saml:edupersonAffiliation":"staff"}}""");

        var answer = federation.AssumeSaml(TestIdentityProvider.Sign(Response(), signed));

        Assert.Equal(("alice@example.com", "persistent", "https://idp.example.com/saml", "https://signin.aws.amazon.com/saml"), (answer.Subject, answer.SubjectType, answer.Issuer, answer.Audience));
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/app/alice@example.com", answer.AssumedRoleUser!.Arn);
        Assert.Equal(28, answer.NameQualifier!.Length);
        var session = federation.Open(answer.Credentials!);
        Assert.Equal(FederationFixture.SamlArn, session.Provider);
        Assert.Equal(["saml:namequalifier", "saml:sub", "saml:sub_type"], session.FederationKeys.Select(key => key.Name));
        Assert.Equal(federation.Now.AddHours(1), session.Expires);
    }

    [Fact]
    public void Takes_an_assertion_and_a_response_that_are_both_signed() =>
        Assert.NotNull(federation.AssumeSaml(TestIdentityProvider.Sign(TestIdentityProvider.Sign(Response()), "_r1")).Credentials);

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512")]
    public void Takes_longer_digests(string method) => Assert.NotNull(federation.AssumeSaml(TestIdentityProvider.Sign(Response(), method: method)).Credentials);

    [Fact]
    public void Takes_the_role_and_the_provider_in_either_order() => Assert.NotNull(federation.AssumeSaml(TestIdentityProvider.Sign(TestIdentityProvider.Response(
        federation.Now, $"{FederationFixture.SamlArn}, {FederationFixture.RoleArn}"))).Credentials);

    [Fact]
    public void Takes_tags_and_a_source_identity()
    {
        // [AU-510]
        var xml = TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now, extra:
            TestIdentityProvider.Attribute("PrincipalTag:Project", "red") + TestIdentityProvider.Attribute("TransitiveTagKeys", "Project") + TestIdentityProvider.Attribute("SourceIdentity", "alice")));

        var session = federation.Open(federation.AssumeSaml(xml).Credentials!);

        Assert.Equal(("Project", "red", true, "alice"), (session.Tags[0].Key, session.Tags[0].Value, session.Tags[0].Transitive, session.SourceIdentity));

        // BI-195
        federation.Trust(actions: """["sts:AssumeRoleWithSAML","sts:SetSourceIdentity"]""");
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithSAML", FederationFixture.Refusal(() => federation.AssumeSaml(xml)));
    }

    [Fact]
    public void Ends_no_later_than_the_providers_own_session()
    {
        // [AU-518]
        var xml = TestIdentityProvider.Sign(Response().Replace("<saml:AuthnStatement ", $"<saml:AuthnStatement SessionNotOnOrAfter=\"{federation.Now.AddMinutes(10):yyyy-MM-ddTHH:mm:ssZ}\" ", StringComparison.Ordinal));

        Assert.Equal(federation.Now.AddMinutes(10), federation.Open(federation.AssumeSaml(xml).Credentials!).Expires);
    }

    [Fact]
    public void Is_redeemed_more_than_once_while_it_holds()
    {
        // [AU-507]
        var xml = TestIdentityProvider.Sign(Response());

        Assert.NotEqual(federation.AssumeSaml(xml).Credentials!.AccessKeyId, federation.AssumeSaml(xml).Credentials!.AccessKeyId);
    }

    [Fact]
    public void A_comment_does_not_change_whom_it_names()
    {
        // [AU-501]: canonical XML drops comments, so that this is what was signed.
        var xml = TestIdentityProvider.Sign(Response()).Replace("alice@example.com</saml:NameID>", "alice@<!-- x -->example.com</saml:NameID>", StringComparison.Ordinal);

        Assert.Equal("alice@example.com", federation.AssumeSaml(xml).Subject);
    }

    [Fact]
    public void Opens_encrypted_assertions_with_a_key_of_the_provider()
    {
        // [AU-506]
        var clear = TestIdentityProvider.Sign(Response());
        var box = TestIdentityProvider.Encrypt(clear);
        Assert.StartsWith("InvalidIdentityToken The encrypted assertion could not be decrypted", FederationFixture.Refusal(() => federation.AssumeSaml(box)), StringComparison.Ordinal);
        HoldKey(required: true);

        Assert.Equal("alice@example.com", federation.AssumeSaml(box).Subject);

        // BI-194
        Assert.Equal("InvalidIdentityToken The provider requires encrypted assertions", FederationFixture.Refusal(() => federation.AssumeSaml(clear)));
    }

    [Fact]
    public void Opens_an_unproven_mode_only_inside_of_a_signed_response()
    {
        HoldKey(required: false);
        var inner = TestIdentityProvider.Encrypt(TestIdentityProvider.Sign(Response()), gcm: false);

        Assert.StartsWith("InvalidIdentityToken The encrypted assertion", FederationFixture.Refusal(() => federation.AssumeSaml(inner)), StringComparison.Ordinal);
        Assert.Equal("alice@example.com", federation.AssumeSaml(TestIdentityProvider.Sign(inner, "_r1")).Subject);
    }

    [Fact]
    public void Encryption_alone_proves_nothing()
    {
        HoldKey(required: false);

        Assert.Equal("InvalidIdentityToken Response signature invalid", FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Encrypt(Response()))));
        Assert.StartsWith("InvalidIdentityToken The encrypted assertion", FederationFixture.Refusal(() => federation.AssumeSaml(
            TestIdentityProvider.Encrypt(TestIdentityProvider.Sign(Response()), to: System.Security.Cryptography.RSA.Create(2048)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_that_has_ended_vouches_for_nobody()
    {
        // [AU-500]
        federation.Account.Change(draft => draft.Put(draft.Account.SamlProviders[0] with { Metadata = TestIdentityProvider.Metadata("validUntil=\"2026-01-01T00:00:00Z\"") }));

        Assert.Equal("InvalidIdentityToken The metadata of the provider has expired", FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response()))));
    }

    [Fact]
    public void Is_refused_by_a_role_that_does_not_trust_the_provider_AU_520()
    {
        federation.Trust("""{"StringEquals":{"saml:sub":"bob"}}""");
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithSAML", FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response()))));

        federation.Trust(actions: "\"sts:AssumeRoleWithWebIdentity\"");
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithSAML", FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response()))));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:saml-provider/other", "InvalidIdentityToken Specified provider doesn't exist.")]
    [InlineData("arn:aws:iam::444455556666:saml-provider/corp", "InvalidIdentityToken Specified provider doesn't exist.")]
    [InlineData("arn:aws:iam::111122223333:role/team/app", "InvalidIdentityToken Specified provider doesn't exist.")]
    [InlineData("something else entirely", "ValidationError something else entirely is invalid")]
    public void Knows_no_other_provider(string provider, string refusal) =>
        Assert.Equal(refusal, FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response()), provider: provider)));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/none")]
    [InlineData("arn:aws:iam::111122223333:role/app")]
    public void Offers_no_other_role(string role) =>
        // BI-193
        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithSAML", FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response()), role)));

    private string Response() => TestIdentityProvider.Response(federation.Now);

    private void HoldKey(bool required) => federation.Account.Change(draft => draft.Put(draft.Account.SamlProviders[0] with
    {
        RequiresEncryption = required,
        PrivateKeys = [new("SAMLSPKAAAAAAAAAAAAAAAAA", draft.Now, draft.Call.Installation.Secrets.Seal(
            SecretKind.SamlPrivateKey, draft.Account.Id, "SAMLSPKAAAAAAAAAAAAAAAAA", 1, TestIdentityProvider.Opener.ExportPkcs8PrivateKey()))],
    }));
}
