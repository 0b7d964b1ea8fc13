using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.SignIn.Passkeys;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>Rule AU-620, the registration of passkeys.</summary>
public sealed class PasskeyRegistrationTests
{
    private const int Mutations = 3000;
    private static readonly Guid Model = new("01020304-0506-0708-090a-0b0c0d0e0f10");

    /// <summary>Ways in which an answer can be wrong, and what is to be noticed of each.</summary>
    public static TheoryData<string, PasskeyFault> Wrongs { get; } = new()
    {
        { "type of an assertion", PasskeyFault.Type },
        { "another challenge", PasskeyFault.Challenge },
        { "a challenge with padding", PasskeyFault.Challenge },
        { "another port", PasskeyFault.Origin },
        { "another scheme", PasskeyFault.Origin },
        { "a host that only ends as ours", PasskeyFault.Origin },
        { "an origin with a slash", PasskeyFault.Origin },
        { "a framed page", PasskeyFault.Origin },
        { "a top origin", PasskeyFault.Origin },
        { "a bound token", PasskeyFault.Origin },
        { "another relying party", PasskeyFault.RelyingParty },
        { "nobody present", PasskeyFault.UserPresence },
        { "no credential", PasskeyFault.Malformed },
        { "a backup of what may not be copied", PasskeyFault.Malformed },
        { "bytes behind the data", PasskeyFault.Malformed },
        { "extensions announced and missing", PasskeyFault.Malformed },
        { "extensions nested too deep", PasskeyFault.Malformed },
        { "an id that is another's", PasskeyFault.Malformed },
        { "an id without bytes", PasskeyFault.Malformed },
        { "an id of 1024 bytes", PasskeyFault.Malformed },
        { "a key of an algorithm that was not offered", PasskeyFault.Algorithm },
        { "a key of Ed25519", PasskeyFault.Algorithm },
        { "a key whose type and algorithm differ", PasskeyFault.Algorithm },
        { "a key on the wrong curve", PasskeyFault.Algorithm },
        { "a point off the curve", PasskeyFault.Algorithm },
        { "a short coordinate", PasskeyFault.Algorithm },
        { "a key with a parameter too many", PasskeyFault.Algorithm },
        { "a key with its parameters in another order", PasskeyFault.Malformed },
        { "a key with a parameter twice", PasskeyFault.Malformed },
        { "a small modulus", PasskeyFault.Algorithm },
        { "an even modulus", PasskeyFault.Algorithm },
        { "an exponent of 1", PasskeyFault.Algorithm },
        { "a format that is not taken", PasskeyFault.Attestation },
        { "none with a statement", PasskeyFault.Attestation },
        { "packed, signed by another key", PasskeyFault.Attestation },
        { "packed, with another algorithm", PasskeyFault.Attestation },
        { "packed, with a certificate of another model", PasskeyFault.Attestation },
        { "packed, with a certificate that may sign others", PasskeyFault.Attestation },
        { "packed, with a certificate of something else", PasskeyFault.Attestation },
        { "packed, with a certificate of another key", PasskeyFault.Attestation },
        { "packed, with a certificate and another algorithm", PasskeyFault.Attestation },
        { "an object that is cut short", PasskeyFault.Malformed },
        { "an object with bytes behind it", PasskeyFault.Malformed },
        { "an object of indefinite length", PasskeyFault.Malformed },
        { "client data that is no JSON", PasskeyFault.Malformed },
        { "client data that is an array", PasskeyFault.Malformed },
        { "client data with a type twice", PasskeyFault.Malformed },
        { "client data without an origin", PasskeyFault.Malformed },
        { "client data that is no UTF-8", PasskeyFault.Malformed },
        { "base64 with padding", PasskeyFault.Malformed },
        { "base64 with a space", PasskeyFault.Malformed },
        { "base64 with stray bits", PasskeyFault.Malformed },
        { "two ids", PasskeyFault.Malformed },
        { "no response", PasskeyFault.Malformed },
        { "another type of credential", PasskeyFault.Malformed },
        { "a passkey that somebody has", PasskeyFault.Credential },
    };

    [Theory]
    [InlineData(-7)]
    [InlineData(-35)]
    [InlineData(-257)]
    public void What_is_kept_is_all_that_verifies_assertions(int algorithm)
    {
        using var authenticator = new SoftAuthenticator(algorithm) { Counter = 7 };

        var passkey = Ceremonies.Register(authenticator).Passkey!;

        Assert.Equal(Base64Url.EncodeToString(authenticator.CredentialId), passkey.CredentialId);
        Assert.Equal(algorithm, CoseKey.Read(Convert.FromBase64String(passkey.PublicKey)).Key.Algorithm);
        Assert.Equal((7u, Model.ToString()), (passkey.SignCount, passkey.Model));
        Assert.Equal("usb", Assert.Single(passkey.Transports));
        Assert.Empty(passkey.Certificates);
    }

    [Fact]
    public void The_options_say_who_asks_what_is_taken_and_what_the_user_has()
    {
        using var authenticator = new SoftAuthenticator();
        var ceremony = Ceremonies.Begin();
        var device = Ceremonies.Register(authenticator);

        var options = JsonNode.Parse(PasskeyRegistration.Options(ceremony, "Alice \"in\" <chains>", [device, device with { Passkey = null }]))!;

        Assert.Equal(Base64Url.EncodeToString(ceremony.Challenge.Span), (string?)options["challenge"]);
        Assert.Equal(("localhost", "none", 300_000), ((string?)options["rp"]!["id"], (string?)options["attestation"], (int)options["timeout"]!));
        Assert.Equal("Alice \"in\" <chains>", (string?)options["user"]!["name"]);
        Assert.Equal([-7, -35, -257], options["pubKeyCredParams"]!.AsArray().Select(one => (int)one!["alg"]!));
        Assert.Equal(device.Passkey!.CredentialId, (string?)Assert.Single(options["excludeCredentials"]!.AsArray())!["id"]);
        Assert.DoesNotContain("111122223333", options.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_user_has_a_handle_that_tells_no_name()
    {
        Assert.Equal(Ceremonies.Begin().Handle, Ceremonies.Begin().Handle);
        Assert.NotEqual(Ceremonies.Begin().Handle, Ceremonies.Begin("root").Handle);
        Assert.NotEqual(Ceremonies.Begin().Handle, (Ceremonies.Begin() with { Account = "444455556666" }).Handle);
    }

    [Fact]
    public void A_packed_attestation_is_checked_and_its_certificate_kept()
    {
        using var certificate = Certificate();
        using var authenticator = new SoftAuthenticator { Format = "packed", Certificate = certificate };

        Assert.Equal(Convert.ToBase64String(certificate.RawData), Assert.Single(Ceremonies.Register(authenticator).Passkey!.Certificates));
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(-257)]
    public void A_new_key_may_vouch_for_itself(int algorithm)
    {
        using var authenticator = new SoftAuthenticator(algorithm) { Format = "packed" };

        Assert.Empty(Ceremonies.Register(authenticator).Passkey!.Certificates);
    }

    [Fact]
    public void Extensions_that_nobody_asked_for_are_read_over()
    {
        using var authenticator = new SoftAuthenticator { OnData = data => Flagged([.. data, 0xa1, 0x61, 0x61, 0x82, 0x01, 0xa1, 0x01, 0x02], 0x80), Model = Guid.Empty };

        Assert.Null(Ceremonies.Register(authenticator).Passkey!.Model);
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_is_wrong_is_refused_for_what_it_is(string what, PasskeyFault fault)
    {
        using var certificate = CertificateFor(what);
        using var authenticator = new SoftAuthenticator(what.Contains("modulus", StringComparison.Ordinal) || what.Contains("exponent", StringComparison.Ordinal) ? -257 : -7);
        using var other = new SoftAuthenticator();
        authenticator.Certificate = certificate;
        var registered = new List<MfaDevice>();
        BadRegistrations.Prepare(what, authenticator, other, registered);
        var ceremony = Ceremonies.Begin();
        var credential = authenticator.Create(PasskeyRegistration.Options(ceremony, "Alice", []));
        BadRegistrations.Spoil(what, credential);

        var refusal = Assert.Throws<PasskeyException>(() => PasskeyRegistration.Verify(ceremony, registered, credential.ToJsonString()));

        Assert.Equal(fault, refusal.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"\\ud800\",\"rawId\":\"\\ud800\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":1,\"rawId\":1,\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    public void What_is_no_credential_is_malformed(string text)
    {
        Assert.Equal(PasskeyFault.Malformed, Assert.Throws<PasskeyException>(() => PasskeyRegistration.Verify(Ceremonies.Begin(), [], text)).Fault);
        Assert.Equal(PasskeyFault.Malformed, PasskeyAssertion.Verify(Ceremonies.Begin(), [], text, false, Ceremonies.Now).Fault);
    }

    [Fact]
    public void What_is_too_long_is_not_read()
    {
        using var authenticator = new SoftAuthenticator();
        var ceremony = Ceremonies.Begin();
        var credential = authenticator.Create(PasskeyRegistration.Options(ceremony, "Alice", [])).ToJsonString();

        Assert.NotNull(PasskeyRegistration.Verify(ceremony, [], credential + new string(' ', 10_000)));
        Assert.Throws<PasskeyException>(() => PasskeyRegistration.Verify(ceremony, [], credential + new string(' ', 32 * 1024)));
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(-257)]
    public void No_random_change_of_what_a_key_vouches_for_is_taken(int algorithm)
    {
        var random = new Random(620);
        using var authenticator = new SoftAuthenticator(algorithm) { Format = "packed" };
        var ceremony = Ceremonies.Begin();
        var valid = authenticator.Create(PasskeyRegistration.Options(ceremony, "Alice", [])).ToJsonString();
        for (var i = 0; i < Mutations; i++)
        {
            var mutant = JsonNode.Parse(valid)!.AsObject();
            Ceremonies.Mutate(mutant, random.Next(4) == 0 ? "clientDataJSON" : "attestationObject", random);

            Assert.Throws<PasskeyException>(() => PasskeyRegistration.Verify(ceremony, [], mutant.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("packed", true)]
    public void Nothing_random_is_more_than_refused(string format, bool certified)
    {
        var random = new Random(621);
        using var certificate = certified ? Certificate() : null;
        using var authenticator = new SoftAuthenticator { Format = format, Certificate = certificate };
        var ceremony = Ceremonies.Begin();
        var valid = authenticator.Create(PasskeyRegistration.Options(ceremony, "Alice", [])).ToJsonString();
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var mutant = JsonNode.Parse(valid)!.AsObject();
            Ceremonies.Mutate(mutant, "attestationObject", random);
            try
            {
                // Nobody signed for a counter, say, and nobody for the authenticator's certificate: such changes are taken.
                Assert.Equal((string?)mutant["id"], PasskeyRegistration.Verify(ceremony, [], mutant.ToJsonString()).CredentialId);
            }
            catch (PasskeyException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 2, Mutations);
    }

    private static byte[] Flagged(byte[] data, byte flag)
    {
        data[32] |= flag;
        return data;
    }

    private static X509Certificate2? CertificateFor(string what) => what switch
    {
        "packed, with a certificate of another model" => Certificate(model: Guid.Empty),
        "packed, with a certificate that may sign others" => Certificate(authority: true),
        "packed, with a certificate of something else" => Certificate(unit: "Web server"),
        "packed, with a certificate of another key" or "packed, with a certificate and another algorithm" => Certificate(),
        _ => null,
    };

    private static X509Certificate2 Certificate(string unit = "Authenticator Attestation", bool authority = false, Guid? model = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"C=SE, O=Keys, OU={unit}, CN=Key 1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.45724.1.1.4", [0x04, 0x10, .. (model ?? Model).ToByteArray(bigEndian: true)], false));
        return request.CreateSelfSigned(Ceremonies.Now, Ceremonies.Now.AddYears(10));
    }
}
