using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.SignIn.Passkeys;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>Rule AU-620, signing in with passkeys.</summary>
public sealed class PasskeyAssertionTests : IDisposable
{
    private const int Mutations = 3000;

    private readonly SoftAuthenticator authenticator = new() { Counter = 1 };
    private readonly SoftAuthenticator other = new();
    private readonly PasskeyCeremony ceremony = Ceremonies.Begin();

    /// <summary>Ways in which an answer can be wrong, and what is to be noticed of each.</summary>
    public static TheoryData<string, PasskeyFault> Wrongs { get; } = new()
    {
        { "type of a registration", PasskeyFault.Type },
        { "another challenge", PasskeyFault.Challenge },
        { "another port", PasskeyFault.Origin },
        { "another host", PasskeyFault.Origin },
        { "a framed page", PasskeyFault.Origin },
        { "another relying party", PasskeyFault.RelyingParty },
        { "nobody present", PasskeyFault.UserPresence },
        { "another user", PasskeyFault.User },
        { "another user's passkey", PasskeyFault.Credential },
        { "another key", PasskeyFault.Signature },
        { "a signature of nothing", PasskeyFault.Signature },
        { "data that was changed after it was signed", PasskeyFault.Signature },
        { "client data that was changed after it was signed", PasskeyFault.Signature },
        { "a new credential in it", PasskeyFault.Malformed },
        { "bytes behind the data", PasskeyFault.Malformed },
        { "data that is cut short", PasskeyFault.Malformed },
        { "no signature", PasskeyFault.Malformed },
        { "two ids", PasskeyFault.Malformed },
    };

    [Theory]
    [InlineData(-7)]
    [InlineData(-35)]
    [InlineData(-257)]
    public void A_passkey_signs_in_and_its_counter_is_kept(int algorithm)
    {
        using var key = new SoftAuthenticator(algorithm) { Counter = 4 };
        var device = Ceremonies.Register(key);
        key.Counter = 9;

        var verdict = Judge(key, device);

        Assert.True(verdict.Accepted);
        Assert.Equal(device with { Passkey = device.Passkey! with { SignCount = 9 } }, verdict.Device);
    }

    [Fact]
    public void The_passkey_is_found_among_the_devices_of_the_user()
    {
        var (mine, another) = (Ceremonies.Register(authenticator), Ceremonies.Register(other));
        authenticator.Counter++;

        var verdict = PasskeyAssertion.Verify(ceremony, [another, another with { Passkey = null }, mine], Answer(authenticator, mine).ToJsonString(), false, Ceremonies.Now);

        Assert.Equal(mine.SerialNumber, verdict.Device?.SerialNumber);
    }

    [Fact]
    public void The_options_name_the_passkeys_of_the_user()
    {
        var device = Ceremonies.Register(authenticator);

        var options = JsonNode.Parse(PasskeyAssertion.Options(ceremony, [device, device with { Passkey = null }], verified: false))!;

        Assert.Equal(("localhost", "discouraged"), ((string?)options["rpId"], (string?)options["userVerification"]));
        Assert.Equal(Base64Url.EncodeToString(ceremony.Challenge.Span), (string?)options["challenge"]);
        Assert.Equal(device.Passkey!.CredentialId, (string?)Assert.Single(options["allowCredentials"]!.AsArray())!["id"]);
        Assert.Equal("required", (string?)JsonNode.Parse(PasskeyAssertion.Options(ceremony, [device], verified: true))!["userVerification"]);
    }

    [Fact]
    public void Who_holds_the_key_must_be_known_where_no_password_said_it()
    {
        var device = Ceremonies.Register(authenticator);
        (authenticator.Counter, authenticator.Flags) = (2, 0x01);

        Assert.True(Judge(authenticator, device).Accepted);
        Assert.Equal(PasskeyFault.UserVerification, Judge(authenticator, device, verified: true).Fault);
        authenticator.Flags = 0x05;
        Assert.True(Judge(authenticator, device, verified: true).Accepted);
    }

    [Fact]
    public void An_authenticator_need_not_name_the_user()
    {
        var device = Ceremonies.Register(authenticator);
        (authenticator.Counter, authenticator.Handle) = (2, null);

        Assert.True(Judge(authenticator, device).Accepted);
    }

    [Fact]
    public void An_authenticator_that_does_not_count_signs_in_again_and_again()
    {
        authenticator.Counter = 0;
        var device = Ceremonies.Register(authenticator);

        var first = Judge(authenticator, device);

        Assert.True(first.Accepted);
        Assert.True(Judge(authenticator, first.Device!).Accepted);
    }

    [Theory]
    [InlineData(4u)]
    [InlineData(5u)]
    [InlineData(0u)]
    public void A_counter_that_does_not_move_on_refuses_and_marks_the_device(uint counter)
    {
        authenticator.Counter = 5;
        var device = Ceremonies.Register(authenticator);
        authenticator.Counter = counter;

        var verdict = Judge(authenticator, device);

        Assert.False(verdict.Accepted);
        Assert.Equal(PasskeyFault.Counter, verdict.Fault);
        Assert.Equal(Ceremonies.Now, verdict.Device?.Passkey?.Copied);
        authenticator.Counter = 6;
        var later = Judge(authenticator, verdict.Device!);
        Assert.Equal((null, PasskeyFault.Counter), (later.Device, later.Fault));
    }

    [Fact]
    public void A_counter_marks_nothing_without_the_key()
    {
        authenticator.Counter = 5;
        var device = Ceremonies.Register(authenticator);
        (authenticator.Counter, authenticator.Signer) = (1, other);

        var verdict = Judge(authenticator, device);

        Assert.Equal((null, PasskeyFault.Signature), (verdict.Device, verdict.Fault));
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_is_wrong_is_refused_for_what_it_is(string what, PasskeyFault fault)
    {
        var device = Ceremonies.Register(authenticator);
        authenticator.Counter = 2;
        Lie(what);
        var credential = authenticator.Get(PasskeyAssertion.Options(ceremony, [device], verified: false));
        Spoil(what, credential);

        var verdict = PasskeyAssertion.Verify(ceremony, [device], credential.ToJsonString(), verified: false, Ceremonies.Now);

        Assert.Equal((null, fault), (verdict.Device, verdict.Fault));
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(-257)]
    public void No_random_change_of_an_answer_is_taken(int algorithm)
    {
        var random = new Random(620);
        using var key = new SoftAuthenticator(algorithm) { Counter = 1 };
        var device = Ceremonies.Register(key);
        key.Counter = 2;
        var valid = Answer(key, device).ToJsonString();
        Assert.True(PasskeyAssertion.Verify(ceremony, [device], valid, verified: false, Ceremonies.Now).Accepted);
        for (var i = 0; i < Mutations; i++)
        {
            var mutant = JsonNode.Parse(valid)!.AsObject();
            Ceremonies.Mutate(mutant, random.GetItems(["clientDataJSON", "authenticatorData", "signature"], 1)[0], random);

            var verdict = PasskeyAssertion.Verify(ceremony, [device], mutant.ToJsonString(), verified: false, Ceremonies.Now);

            Assert.Null(verdict.Device);
            Assert.False(verdict.Accepted);
        }
    }

    public void Dispose()
    {
        authenticator.Dispose();
        other.Dispose();
    }

    private JsonObject Answer(SoftAuthenticator key, MfaDevice device) => key.Get(PasskeyAssertion.Options(ceremony, [device], verified: false));

    private PasskeyVerdict Judge(SoftAuthenticator key, MfaDevice device, bool verified = false) =>
        PasskeyAssertion.Verify(ceremony, [device], Answer(key, device).ToJsonString(), verified, Ceremonies.Now);

    private void Lie(string what)
    {
        var key = PublicKey();
        switch (what)
        {
            case "type of a registration": authenticator.OnClientData = data => data["type"] = "webauthn.create"; break;
            case "another challenge": authenticator.OnClientData = data => data["challenge"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)); break;
            case "another port": authenticator.Origin = "http://localhost"; break;
            case "another host": authenticator.Origin = "https://localhost.example.com:4566"; break;
            case "a framed page": authenticator.OnClientData = data => data["crossOrigin"] = true; break;
            case "another relying party": authenticator.RelyingParty = "example.com"; break;
            case "nobody present": authenticator.Flags = 0x04; break;
            case "another user": authenticator.Handle = Ceremonies.Begin("root").Handle; break;
            case "another user's passkey": authenticator.CredentialId = other.CredentialId; break;
            case "another key": authenticator.Signer = other; break;
            case "a new credential in it": authenticator.OnData = data => { data[32] |= 0x40; return [.. data, .. new byte[16], 0, 1, 1, .. key]; }; break;
            case "bytes behind the data": authenticator.OnData = data => [.. data, 0xa0]; break;
            case "data that is cut short": authenticator.OnData = data => data[..^1]; break;
            default: break;
        }
    }

    private static void Spoil(string what, JsonObject credential)
    {
        switch (what)
        {
            case "a signature of nothing": credential["response"]!["signature"] = ""; break;
            case "no signature": credential["response"]!.AsObject().Remove("signature"); break;
            case "data that was changed after it was signed": Ceremonies.Change(credential, "authenticatorData", data => { data[36]++; return data; }); break;
            case "client data that was changed after it was signed": Ceremonies.Change(credential, "clientDataJSON", data => [.. data, (byte)' ']); break;
            case "two ids": credential["rawId"] = "AAAA"; break;
            default: break;
        }
    }

    private byte[] PublicKey() => Convert.FromBase64String(Ceremonies.Register(other).Passkey!.PublicKey);
}
