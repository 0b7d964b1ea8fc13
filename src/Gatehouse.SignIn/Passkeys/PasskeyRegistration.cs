using System.Buffers.Text;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Makes passkeys: what the browser is asked for, and what is taken of its answer [AU-620].</summary>
public static class PasskeyRegistration
{
    /// <summary>What the browser is asked for: the JSON of <c>PublicKeyCredentialCreationOptions</c>.</summary>
    /// <param name="ceremony">Who asks, about whom.</param>
    /// <param name="name">What the browser calls the user.</param>
    /// <param name="existing">The devices that the user has: an authenticator makes no second passkey for the same user.</param>
    public static string Options(PasskeyCeremony ceremony, string name, IEnumerable<MfaDevice> existing) => PasskeyJson.Write(json =>
    {
        json.WriteString("challenge", Base64Url.EncodeToString(ceremony.Challenge.Span));
        json.WriteNumber("timeout", (long)PasskeyChallenges.Lifetime.TotalMilliseconds);
        json.WriteString("attestation", "none");
        json.WriteStartObject("rp");
        json.WriteString("id", ceremony.Party.Id);
        json.WriteString("name", "Gatehouse");
        json.WriteEndObject();
        json.WriteStartObject("user");
        json.WriteString("id", Base64Url.EncodeToString(ceremony.Handle));
        json.WriteString("name", name);
        json.WriteString("displayName", name);
        json.WriteEndObject();
        json.WriteStartArray("pubKeyCredParams");
        foreach (var algorithm in CoseKey.Offered)
        {
            json.WriteStartObject();
            json.WriteString("type", "public-key");
            json.WriteNumber("alg", algorithm);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        // It stands beside a password, so a key without a PIN will do, and it need not find its user by itself.
        json.WriteStartObject("authenticatorSelection");
        json.WriteString("residentKey", "discouraged");
        json.WriteString("userVerification", "discouraged");
        json.WriteEndObject();
        PasskeyJson.WriteCredentials(json, "excludeCredentials", existing);
    });

    /// <summary>Checks the browser's answer.</summary>
    /// <param name="ceremony">What was asked.</param>
    /// <param name="registered">Every device of the account: a passkey is one user's.</param>
    /// <param name="response">The credential as JSON, as <c>PublicKeyCredential.toJSON()</c> writes it.</param>
    /// <returns>What is to be kept of it.</returns>
    /// <exception cref="PasskeyException">It is not taken.</exception>
    public static Passkey Verify(PasskeyCeremony ceremony, IEnumerable<MfaDevice> registered, string response)
    {
        var given = Responses.Read(response, static (id, response) => new
        {
            Id = id,
            ClientData = Responses.Bytes(response, "clientDataJSON", ClientData.MaxSize),
            Attestation = Responses.Bytes(response, "attestationObject", Attestation.MaxSize),
            Transports = Responses.Transports(response),
        });
        var attestation = Attestation.Read(given.Attestation, ClientData.Check(given.ClientData, "webauthn.create", ceremony));
        attestation.Data.Require(ceremony.Party, verified: false);

        // INVARIANT: an attestation without a credential is not read.
        var credential = attestation.Data.Credential!;
        if (Base64Url.EncodeToString(credential.Id.Span) != given.Id)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        if (registered.Any(device => device.Passkey?.CredentialId == given.Id))
        {
            throw new PasskeyException(PasskeyFault.Credential);
        }

        return new()
        {
            CredentialId = given.Id,
            PublicKey = Convert.ToBase64String(credential.CoseKey.Span),
            SignCount = attestation.Data.SignCount,
            Model = credential.Model == Guid.Empty ? null : credential.Model.ToString(),
            Transports = given.Transports,
            Certificates = attestation.Certificates,
        };
    }
}
