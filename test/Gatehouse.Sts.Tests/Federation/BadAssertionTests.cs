using System.Security.Cryptography.Xml;
using System.Text;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Responses that were forged, changed, moved, re-keyed or have ended; each with the answer it gets.</summary>
public sealed class BadAssertionTests
{
    private const string Signature = "InvalidIdentityToken Response signature invalid";
    private const string Base64 = "InvalidIdentityToken Invalid base64 SAMLResponse";
    private const string Audience = "InvalidIdentityToken Response does not contain the required audience";
    private const string Confirmed = "InvalidIdentityToken The subject of the assertion is not confirmed";
    private const string Redeem = "ExpiredTokenException Token must be redeemed within 5 minutes of issuance";
    private const string Ended = "ExpiredTokenException Response has expired";
    private const string Denied = "AccessDenied Not authorized to perform sts:AssumeRoleWithSAML";
    private const string Name = "InvalidIdentityToken RoleSessionName";

    // Changes before signing: the provider itself says something that we do not take.
    private static readonly Dictionary<string, (Func<string, string> Change, string Refusal)> Signed = new(StringComparer.Ordinal)
    {
        ["a failure"] = (Put("status:Success", "status:Responder"), "InvalidIdentityToken The provider did not authenticate"),
        ["no status"] = (Cut("<samlp:Status>", "</samlp:Status>"), "InvalidIdentityToken The provider did not authenticate"),
        ["another destination"] = (Put("Destination=\"https://signin.aws", "Destination=\"https://signin.evil"), "InvalidIdentityToken The response was sent to another destination"),
        ["another version of the response"] = (Put("Version=\"2.0\"", "Version=\"1.1\""), Signature),
        ["another issuer"] = (text => text.Replace("<saml:Issuer>https://idp.example.com/saml</saml:Issuer>", "<saml:Issuer>https://other.example.com</saml:Issuer>", StringComparison.Ordinal), "InvalidIdentityToken Issuer not present"),
        ["BI-188 another audience"] = (Put("urn:amazon:webservices", "urn:other:product"), Audience),
        ["no audience"] = (Cut("<saml:AudienceRestriction>", "</saml:AudienceRestriction>"), Audience),
        ["a second restriction to somebody else"] = (Put("</saml:Conditions>", "<saml:AudienceRestriction><saml:Audience>x</saml:Audience></saml:AudienceRestriction></saml:Conditions>"), Audience),
        ["a condition that is not known"] = (Put("</saml:Conditions>", "<saml:Condition/></saml:Conditions>"), "InvalidIdentityToken The assertion has a condition"),
        ["no conditions"] = (Cut("<saml:Conditions", "</saml:Conditions>"), Audience),
        ["BI-189 another recipient"] = (Put("Recipient=\"https://signin.aws", "Recipient=\"https://signin.evil"), Confirmed),
        ["a recipient that only begins alike"] = (Put("Recipient=\"https://signin.aws.amazon.com/saml", "Recipient=\"https://signin.aws.amazon.com.evil/saml"), Confirmed),
        ["a recipient by http"] = (Put("Recipient=\"https", "Recipient=\"http"), Confirmed),
        ["no recipient"] = (Put(" Recipient=\"https://signin.aws.amazon.com/saml\"", ""), Confirmed),
        ["no confirmation"] = (Cut("<saml:SubjectConfirmation ", "</saml:SubjectConfirmation>"), Confirmed),
        ["two confirmations"] = (Put("</saml:Subject>", "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"/></saml:Subject>"), Confirmed),
        ["a holder of a key"] = (Put("cm:bearer", "cm:holder-of-key"), Confirmed),
        ["a confirmation that begins later"] = (Put("<saml:SubjectConfirmationData ", "<saml:SubjectConfirmationData NotBefore=\"2026-01-01T00:00:00Z\" "), Confirmed),
        ["a confirmation without an end"] = (Put("<saml:SubjectConfirmationData NotOnOrAfter=\"2026-01-15T12:05:00Z\"", "<saml:SubjectConfirmationData"), Confirmed),
        ["a confirmation that has ended"] = (Put("<saml:SubjectConfirmationData NotOnOrAfter=\"2026-01-15T12:05:00Z\"", "<saml:SubjectConfirmationData NotOnOrAfter=\"2026-01-15T12:00:00Z\""), Redeem),
        ["a confirmation whose end is no time"] = (Put("<saml:SubjectConfirmationData NotOnOrAfter=\"2026-01-15T12:05:00Z\"", "<saml:SubjectConfirmationData NotOnOrAfter=\"soon\""), "InvalidIdentityToken The assertion's NotOnOrAfter"),
        ["BI-191 conditions that have ended"] = (Put("NotBefore=\"2026-01-15T11:59:00Z\" NotOnOrAfter=\"2026-01-15T12:05:00Z\"", "NotOnOrAfter=\"2026-01-15T12:00:00Z\""), Ended),
        ["conditions that begin in six minutes"] = (Put("NotBefore=\"2026-01-15T11:59:00Z\"", "NotBefore=\"2026-01-15T12:06:00Z\""), Ended),
        ["BI-190 issued six minutes ago"] = (text => text.Replace("IssueInstant=\"2026-01-15T11:59:50Z\"", "IssueInstant=\"2026-01-15T11:54:00Z\"", StringComparison.Ordinal), Redeem),
        ["issued in six minutes"] = (text => text.Replace("IssueInstant=\"2026-01-15T11:59:50Z\"", "IssueInstant=\"2026-01-15T12:06:00Z\"", StringComparison.Ordinal), Redeem), // [AU-503] row 10
        ["not issued"] = (text => text.Replace(" IssueInstant=\"2026-01-15T11:59:50Z\"", "", StringComparison.Ordinal), "InvalidIdentityToken The assertion does not say when"),
        ["a session that is over"] = (Put("<saml:AuthnStatement ", "<saml:AuthnStatement SessionNotOnOrAfter=\"2026-01-15T11:00:00Z\" "), Ended),
        ["no name"] = (Cut("<saml:NameID", "</saml:NameID>"), Denied),
        ["an empty name"] = (Put(">alice@example.com</saml:NameID>", "></saml:NameID>"), Denied),
        ["two names"] = (Put("</saml:NameID>", "</saml:NameID><saml:NameID>bob</saml:NameID>"), Signature),
        ["no subject"] = (Cut("<saml:Subject>", "</saml:Subject>"), Confirmed),
        ["another role"] = (Put("role/team/app,", "role/team/other,"), Denied),
        ["a role alone"] = (Put("role/team/app,arn:aws:iam::111122223333:saml-provider/corp", "role/team/app"), Denied),
        ["a role of another provider"] = (Put("saml-provider/corp", "saml-provider/other"), Denied),
        ["BI-192 no session name"] = (Put("Attributes/RoleSessionName", "Attributes/Other"), Name + " is required"),
        ["two session names"] = (Put("<saml:AttributeValue>alice@example.com", "<saml:AttributeValue>bob</saml:AttributeValue><saml:AttributeValue>alice@example.com"), Name + " in AuthnResponse must match"),
        ["a session name of one letter"] = (Put("<saml:AttributeValue>alice@example.com", "<saml:AttributeValue>a"), Name + " in AuthnResponse must match"),
        ["a session name with a blank"] = (Put("<saml:AttributeValue>alice@example.com", "<saml:AttributeValue>a b"), Name + " in AuthnResponse must match"),
        ["a source identity of AWS's"] = (Put("</saml:AttributeStatement>", TestIdentityProvider.Attribute("SourceIdentity", "aws:x") + "</saml:AttributeStatement>"), "InvalidIdentityToken Source Identity must match"),
        ["two source identities"] = (Put("</saml:AttributeStatement>", TestIdentityProvider.Attribute("SourceIdentity", "aa", "bb") + "</saml:AttributeStatement>"), "InvalidIdentityToken Source Identity must match"),
        ["a tag with two values"] = (Put("</saml:AttributeStatement>", TestIdentityProvider.Attribute("PrincipalTag:a", "1", "2") + "</saml:AttributeStatement>"), "InvalidIdentityToken A session tag"),
        ["a session of a minute"] = (Put("</saml:AttributeStatement>", TestIdentityProvider.Attribute("SessionDuration", "60") + "</saml:AttributeStatement>"), "InvalidIdentityToken SessionDuration"),
    };

    // Changes after signing: somebody else has had it in hand.
    private static readonly Dictionary<string, (Func<string, string> Change, string Refusal)> Tampered = new(StringComparer.Ordinal)
    {
        ["another name"] = (Put("alice@example.com</saml:NameID>", "bob@example.com</saml:NameID>"), Signature),
        ["another role"] = (Put("role/team/app", "role/team/admin"), Signature),
        ["another digest"] = (Cut("<DigestValue>", "</DigestValue>"), Signature),
        ["no value"] = (Cut("<SignatureValue>", "</SignatureValue>"), Signature),
        ["BI-183 no signature"] = (Cut("<Signature ", "</Signature>"), Signature),
        ["two signatures"] = (text => text.Replace(Own(text), Own(text) + Own(text), StringComparison.Ordinal), Signature),
        ["a reference to nothing"] = (Put("URI=\"#_a1\"", "URI=\"\""), Signature),
        ["a reference to the response"] = (Put("URI=\"#_a1\"", "URI=\"#_r1\""), Signature),
        ["a reference elsewhere"] = (Put("URI=\"#_a1\"", "URI=\"https://evil.example.com\""), Signature),
        ["a reference by pointer"] = (Put("URI=\"#_a1\"", "URI=\"#xpointer(id('_a1'))\""), Signature),
        ["a transform by XPath"] = (Put("http://www.w3.org/2001/10/xml-exc-c14n#\" /></Transforms>", "http://www.w3.org/TR/1999/REC-xpath-19991116\" /></Transforms>"), Signature),
        ["a transform by XSLT"] = (Put("http://www.w3.org/2001/10/xml-exc-c14n#\" /></Transforms>", "http://www.w3.org/TR/1999/REC-xslt-19991116\" /></Transforms>"), Signature),
        ["an HMAC"] = (Put("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#hmac-sha1"), Signature),
        ["an object in the signature"] = (Put("</Signature>", "<Object/></Signature>"), Signature),
        ["BI-187 the same id twice"] = (Put("<samlp:Status>", "<samlp:Extensions ID=\"_a1\"/><samlp:Status>"), Signature),
        ["the same id in another case"] = (Put("<samlp:Status>", "<samlp:Extensions Id=\"_a1\"/><samlp:Status>"), Signature),
        ["a second assertion after"] = (text => text.Replace("</samlp:Response>", Forged(text) + "</samlp:Response>", StringComparison.Ordinal), Signature),
        ["a second assertion before"] = (text => text.Replace("<saml:Assertion", Forged(text) + "<saml:Assertion", StringComparison.Ordinal), Signature),
        ["BI-186 moved into extensions"] = (text => text.Replace(Assertion(text), $"<samlp:Extensions>{Assertion(text)}</samlp:Extensions>{Forged(text)}", StringComparison.Ordinal), Signature),
        ["moved into the forged one"] = (text => text.Replace(Assertion(text), Forged(text).Replace("</saml:Assertion>", Assertion(text) + "</saml:Assertion>", StringComparison.Ordinal), StringComparison.Ordinal), Signature),
        ["moved into the forged one's signature"] = (text => text.Replace(Assertion(text), Forged(text).Replace("<saml:Subject>", $"<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><Object>{Assertion(text)}</Object></Signature><saml:Subject>", StringComparison.Ordinal), StringComparison.Ordinal), Signature),
        ["its signature on the forged one"] = (text => text.Replace(Assertion(text), Forged(text).Replace("<saml:Subject>", Own(text) + "<saml:Subject>", StringComparison.Ordinal), StringComparison.Ordinal), Signature),
        ["its signature and id on the forged one"] = (text => text.Replace(Assertion(text), Forged(text).Replace("_forged", "_a1", StringComparison.Ordinal).Replace("<saml:Subject>", Own(text) + "<saml:Subject>", StringComparison.Ordinal), StringComparison.Ordinal), Signature),
        ["a response within a response"] = (text => text.Replace(Assertion(text), Forged(text) + text, StringComparison.Ordinal), Signature),
        ["an assertion alone"] = (Assertion, Signature),
        ["BI-182 a document type"] = (text => "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text, Signature),
        ["a bomb of entities"] = (text => "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + text, Signature),
        ["not closed"] = (text => text[..^5], Signature),
        ["cut in half"] = (text => text[..(text.Length / 2)], Signature),
        ["another element"] = (Put("samlp:Response", "samlp:ArtifactResponse"), Signature),
        ["too deep"] = (Put("<samlp:Status>", $"<samlp:Extensions>{string.Concat(Enumerable.Repeat("<a>", 70))}{string.Concat(Enumerable.Repeat("</a>", 70))}</samlp:Extensions><samlp:Status>"), Signature),
        ["too many nodes"] = (Put("<samlp:Status>", $"<samlp:Extensions>{string.Concat(Enumerable.Repeat("<a/>", 10_000))}</samlp:Extensions><samlp:Status>"), Signature),
    };

    private readonly FederationFixture federation = new();

    public static TheoryData<string> SignedNames => [.. Signed.Keys];

    public static TheoryData<string> TamperedNames => [.. Tampered.Keys];

    [Theory]
    [MemberData(nameof(SignedNames))]
    public void Is_refused_although_signed(string name)
    {
        var (change, refusal) = Signed[name];
        var changed = change(Response());
        Assert.NotEqual(Response(), changed);

        Assert.StartsWith(refusal, FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(changed))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TamperedNames))]
    public void Is_refused_when_changed_after_signing(string name)
    {
        // [AU-503, AU-504, AU-505]
        var (change, refusal) = Tampered[name];
        var signed = TestIdentityProvider.Sign(Response());
        var changed = change(signed);
        Assert.NotEqual(signed, changed);

        Assert.StartsWith(refusal, FederationFixture.Refusal(() => federation.AssumeSaml(changed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAA")]
    [InlineData("//79")]
    public void Is_refused_when_it_is_no_base64_of_text_AU_502_BI_181(string assertion) => Assert.Equal(Base64, FederationFixture.Refusal(() =>
        federation.Account.Read<AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse>(
            new() { RoleArn = FederationFixture.RoleArn, PrincipalArn = FederationFixture.SamlArn, SAMLAssertion = assertion })));

    [Fact]
    public void Is_refused_when_a_stranger_signed_it() =>
        // BI-184
        Assert.Equal(Signature, FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response(), with: TestIdentityProvider.Stranger))));

    [Fact]
    public void Is_refused_when_only_one_of_two_signatures_is_right()
    {
        var inner = TestIdentityProvider.Sign(Response(), with: TestIdentityProvider.Stranger);
        Assert.Equal(Signature, FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(inner, "_r1"))));

        var outer = TestIdentityProvider.Sign(TestIdentityProvider.Sign(Response()), "_r1", TestIdentityProvider.Stranger);
        Assert.Equal(Signature, FederationFixture.Refusal(() => federation.AssumeSaml(outer)));
    }

    [Theory]
    [InlineData(SignedXml.XmlDsigRSASHA1Url, SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigExcC14NTransformUrl)]
    [InlineData(SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigSHA1Url, SignedXml.XmlDsigExcC14NTransformUrl)]
    [InlineData(SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigC14NTransformUrl)]
    public void Is_refused_when_signed_by_weak_or_other_means(string method, string digest, string form) =>
        // BI-185
        Assert.Equal(Signature, FederationFixture.Refusal(() => federation.AssumeSaml(TestIdentityProvider.Sign(Response(), method: method, digest: digest, form: form))));

    private string Response() => TestIdentityProvider.Response(federation.Now);

    private static Func<string, string> Put(string old, string with) => text => text.Replace(old, with, StringComparison.Ordinal);

    private static Func<string, string> Cut(string from, string to) => text =>
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf(to, start, StringComparison.Ordinal) + to.Length - start);
    };

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..(text.IndexOf(to, start, StringComparison.Ordinal) + to.Length)];
    }

    private static string Assertion(string text) => Between(text, "<saml:Assertion", "</saml:Assertion>");

    private static string Own(string text) => Between(text, "<Signature ", "</Signature>");

    // What an attacker would like to be read in its place.
    private static string Forged(string text)
    {
        var copy = new StringBuilder(Assertion(text)).Replace(Own(text), "").Replace("_a1", "_forged").Replace("alice@example.com", "admin@example.com");
        return copy.ToString();
    }
}
