using System.Buffers.Text;
using System.Security.Cryptography;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Signs in with passkeys: what the browser is asked for, and whether its answer holds [AU-620].</summary>
public static class PasskeyAssertion
{
    private const int MaxSignature = 1024;
    private const int MaxHandle = 64;

    /// <summary>What the browser is asked for: the JSON of <c>PublicKeyCredentialRequestOptions</c>.</summary>
    /// <param name="ceremony">Who asks, about whom.</param>
    /// <param name="devices">The devices of the user; those that are no passkeys are left out.</param>
    /// <param name="verified">Whether the authenticator must ask who holds it: when nothing else, such as a password, did.</param>
    public static string Options(PasskeyCeremony ceremony, IEnumerable<MfaDevice> devices, bool verified) => PasskeyJson.Write(json =>
    {
        json.WriteString("challenge", Base64Url.EncodeToString(ceremony.Challenge.Span));
        json.WriteNumber("timeout", (long)PasskeyChallenges.Lifetime.TotalMilliseconds);
        json.WriteString("rpId", ceremony.Party.Id);
        json.WriteString("userVerification", verified ? "required" : "discouraged");
        PasskeyJson.WriteCredentials(json, "allowCredentials", devices);
    });

    /// <summary>Judges the browser's answer.</summary>
    /// <param name="ceremony">What was asked.</param>
    /// <param name="devices">The devices of the user.</param>
    /// <param name="response">The credential as JSON, as <c>PublicKeyCredential.toJSON()</c> writes it.</param>
    /// <param name="verified">Whether the authenticator must have asked who holds it.</param>
    /// <param name="now">The moment.</param>
    public static PasskeyVerdict Verify(PasskeyCeremony ceremony, IEnumerable<MfaDevice> devices, string response, bool verified, DateTimeOffset now)
    {
        try
        {
            return Judge(ceremony, devices, response, verified, now);
        }
        catch (PasskeyException refusal)
        {
            return new(null, refusal.Fault);
        }
    }

    private static PasskeyVerdict Judge(PasskeyCeremony ceremony, IEnumerable<MfaDevice> devices, string response, bool verified, DateTimeOffset now)
    {
        var given = Responses.Read(response, static (id, response) => new
        {
            Id = id,
            ClientData = Responses.Bytes(response, "clientDataJSON", ClientData.MaxSize),
            Data = Responses.Bytes(response, "authenticatorData", AuthenticatorData.MaxSize),
            Signature = Responses.Bytes(response, "signature", MaxSignature),
            Handle = Responses.OptionalBytes(response, "userHandle", MaxHandle),
        });
        if (devices.FirstOrDefault(device => device.Passkey?.CredentialId == given.Id) is not { Passkey: { } passkey } device)
        {
            return new(null, PasskeyFault.Credential);
        }

        if (given.Handle is { } handle && !CryptographicOperations.FixedTimeEquals(handle, ceremony.Handle))
        {
            return new(null, PasskeyFault.User);
        }

        var hash = ClientData.Check(given.ClientData, "webauthn.get", ceremony);
        var data = AuthenticatorData.Read(given.Data);
        data.Require(ceremony.Party, verified);
        if (data.Credential is not null)
        {
            return new(null, PasskeyFault.Malformed);
        }

        if (!CoseKey.Read(Convert.FromBase64String(passkey.PublicKey)).Key.Verifies([.. given.Data, .. hash], given.Signature))
        {
            return new(null, PasskeyFault.Signature);
        }

        // Only now is it known that a copy of the key speaks, and not a stranger who wants the device out of use.
        if (passkey.Copied is not null)
        {
            return new(null, PasskeyFault.Counter);
        }

        return data.SignCount > passkey.SignCount || (data.SignCount == 0 && passkey.SignCount == 0)
            ? new(device with { Passkey = passkey with { SignCount = data.SignCount } }, null)
            : new(device with { Passkey = passkey with { Copied = now } }, PasskeyFault.Counter);
    }
}
