using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>Makes the wrong answers that the table of <see cref="PasskeyRegistrationTests"/> names.</summary>
internal static class BadRegistrations
{
    private static readonly byte[] Coordinate = new byte[32];

    /// <summary>Makes the authenticator lie.</summary>
    internal static void Prepare(string what, SoftAuthenticator authenticator, SoftAuthenticator other, List<MfaDevice> registered)
    {
        authenticator.Format = what.StartsWith("packed", StringComparison.Ordinal) ? "packed" : "none";
        switch (what)
        {
            case "type of an assertion": authenticator.OnClientData = data => data["type"] = "webauthn.get"; break;
            case "another challenge": authenticator.OnClientData = data => data["challenge"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)); break;
            case "a challenge with padding": authenticator.OnClientData = data => data["challenge"] += "="; break;
            case "another port": authenticator.Origin = "http://localhost:4567"; break;
            case "another scheme": authenticator.Origin = "https://localhost:4566"; break;
            case "a host that only ends as ours": authenticator.Origin = "http://evil.localhost:4566"; break;
            case "an origin with a slash": authenticator.Origin += "/"; break;
            case "a framed page": authenticator.OnClientData = data => data["crossOrigin"] = true; break;
            case "a top origin": authenticator.OnClientData = data => data["topOrigin"] = "http://localhost:4566"; break;
            case "a bound token": authenticator.OnClientData = data => data["tokenBinding"] = new JsonObject { ["status"] = "present", ["id"] = "AA" }; break;
            case "client data with a type twice": break;
            case "client data without an origin": authenticator.OnClientData = data => data.Remove("origin"); break;
            case "another relying party": authenticator.RelyingParty = "iam.example.com"; break;
            case "nobody present": authenticator.Flags = 0x04; break;
            case "no credential": authenticator.OnData = data => { data[32] &= 0xbf; return data[..37]; }; break;
            case "a backup of what may not be copied": authenticator.Flags |= 0x10; break;
            case "bytes behind the data": authenticator.OnData = data => [.. data, 0xa0]; break;
            case "extensions announced and missing": authenticator.Flags |= 0x80; break;
            case "extensions nested too deep":
                authenticator.Flags |= 0x80;
                authenticator.OnData = data => [.. data, .. Enumerable.Repeat<byte[]>([0xa1, 0x01], 5).SelectMany(one => one), 0x01];
                break;
            case "an id that is another's": authenticator.OnData = data => { data[37 + 16 + 2] ^= 1; return data; }; break;
            case "an id without bytes": authenticator.OnData = data => { data[37 + 16 + 1] = 0; return data; }; break;
            case "an id of 1024 bytes": authenticator.CredentialId = new byte[1024]; break;
            case "a format that is not taken": authenticator.Format = "fido-u2f"; break;
            case "packed, signed by another key": authenticator.Signer = other; break;
            case "packed, with another algorithm": authenticator.StatedAlgorithm = -257; break;
            case "packed, with a certificate of another key": authenticator.Signer = other; break;
            case "packed, with a certificate and another algorithm": authenticator.StatedAlgorithm = -35; break;
            case "a passkey that somebody has":
                registered.Add(Ceremonies.DeviceOf(new() { CredentialId = Base64Url.EncodeToString(authenticator.CredentialId), PublicKey = "" }));
                break;
            default: PrepareKey(what, authenticator); break;
        }
    }

    /// <summary>Changes the answer on its way.</summary>
    internal static void Spoil(string what, JsonObject credential)
    {
        switch (what)
        {
            case "none with a statement":
                // The map of the statement stands behind "fmt": "none", "attStmt", and gets one pair.
                Ceremonies.Change(credential, "attestationObject", bytes => [.. bytes[..18], 0xa1, 0x01, 0x01, .. bytes[19..]]);
                break;
            case "an object that is cut short": Ceremonies.Change(credential, "attestationObject", bytes => bytes[..^1]); break;
            case "an object with bytes behind it": Ceremonies.Change(credential, "attestationObject", bytes => [.. bytes, 0]); break;
            case "an object of indefinite length": Ceremonies.Change(credential, "attestationObject", bytes => [0xbf, .. bytes[1..], 0xff]); break;
            case "client data that is no JSON": Ceremonies.Change(credential, "clientDataJSON", bytes => bytes[..^1]); break;
            case "client data that is an array": Ceremonies.Change(credential, "clientDataJSON", bytes => [(byte)'[', .. bytes, (byte)']']); break;
            case "client data that is no UTF-8": Ceremonies.Change(credential, "clientDataJSON", bytes => [.. bytes[..^1], .. ",\"a\":\""u8, 0xff, .. "\"}"u8]); break;
            case "client data with a type twice":
                Ceremonies.Change(credential, "clientDataJSON", bytes => Encoding.UTF8.GetBytes("{\"type\":\"webauthn.create\"," + Encoding.UTF8.GetString(bytes)[1..]));
                break;
            case "base64 with padding": credential["response"]!["clientDataJSON"] = ((string)credential["response"]!["clientDataJSON"]!).PadRight(400, '='); break;
            case "base64 with a space": credential["response"]!["clientDataJSON"] = " " + (string)credential["response"]!["clientDataJSON"]!; break;
            case "base64 with stray bits": credential["rawId"] = (string)(credential["id"] = ((string)credential["id"]!)[..^1] + "_")!; break;
            case "two ids": credential["id"] = "AAAA"; break;
            case "no response": credential.Remove("response"); break;
            case "another type of credential": credential["type"] = "password"; break;
            default: break;
        }
    }

    private static void PrepareKey(string what, SoftAuthenticator authenticator)
    {
        (int, object)[] pairs = what switch
        {
            "a key of an algorithm that was not offered" => [(1, 2), (3, -36), (-1, 3), (-2, new byte[66]), (-3, new byte[66])],
            "a key of Ed25519" => [(1, 1), (3, -8), (-1, 6), (-2, Coordinate)],
            "a key whose type and algorithm differ" => [(1, 3), (3, -7), (-1, 1), (-2, Coordinate), (-3, Coordinate)],
            "a key on the wrong curve" => [(1, 2), (3, -7), (-1, 2), (-2, new byte[48]), (-3, new byte[48])],
            "a point off the curve" => [(1, 2), (3, -7), (-1, 1), (-2, Enumerable.Repeat((byte)1, 32).ToArray()), (-3, Coordinate)],
            "a short coordinate" => [(1, 2), (3, -7), (-1, 1), (-2, new byte[31]), (-3, Coordinate)],
            "a key with a parameter too many" => [(1, 2), (3, -7), (-1, 1), (-2, Coordinate), (-3, Coordinate), (-4, Coordinate)],
            "a key with its parameters in another order" => [(1, 2), (3, -7), (-2, Coordinate), (-1, 1), (-3, Coordinate)],
            "a key with a parameter twice" => [(1, 2), (3, -7), (-1, 1), (-2, Coordinate), (-2, Coordinate)],
            "a small modulus" => [(1, 3), (3, -257), (-1, Modulus(128, 0x81)), (-2, new byte[] { 1, 0, 1 })],
            "an even modulus" => [(1, 3), (3, -257), (-1, Modulus(256, 0x80)), (-2, new byte[] { 1, 0, 1 })],
            "an exponent of 1" => [(1, 3), (3, -257), (-1, Modulus(256, 0x81)), (-2, new byte[] { 1 })],
            _ => [],
        };
        if (pairs.Length == 0)
        {
            return;
        }

        authenticator.OnKey = writer =>
        {
            writer.WriteStartMap(pairs.Length);
            SoftAuthenticator.Write(writer, pairs);
            writer.WriteEndMap();
        };
    }

    private static byte[] Modulus(int size, byte last)
    {
        var modulus = new byte[size];
        (modulus[0], modulus[^1]) = (0x80, last);
        return modulus;
    }
}
