using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing;

/// <summary>A security key and the browser in front of it, as programs: it answers the options of a page, and lies where a test wants it to.</summary>
public sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly AsymmetricAlgorithm key;

    /// <summary>Makes one.</summary>
    /// <param name="algorithm">COSE's number: -7 for ES256, -35 for ES384, -257 for RS256.</param>
    /// <param name="origin">Where its browser is.</param>
    public SoftAuthenticator(int algorithm = -7, string origin = "http://localhost:4566")
    {
        Algorithm = algorithm;
        Origin = origin;
        key = algorithm switch
        {
            -7 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            -35 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            _ => RSA.Create(2048),
        };
    }

    public int Algorithm { get; }

    public string Origin { get; set; }

    public byte[] CredentialId { get; set; } = RandomNumberGenerator.GetBytes(32);

    public Guid Model { get; set; } = new("01020304-0506-0708-090a-0b0c0d0e0f10");

    public uint Counter { get; set; }

    public byte Flags { get; set; } = UserPresent | UserVerified;

    /// <summary>Changes the client data before it is hashed.</summary>
    public Action<JsonObject>? OnClientData { get; set; }

    /// <summary>Changes the authenticator data before it is signed.</summary>
    public Func<byte[], byte[]>? OnData { get; set; }

    /// <summary>Writes another key than its own.</summary>
    public Action<CborWriter>? OnKey { get; set; }

    /// <summary>What the relying party calls itself, when it is not what the options say.</summary>
    public string? RelyingParty { get; set; }

    /// <summary>Signs with another key than its own.</summary>
    public SoftAuthenticator? Signer { get; set; }

    /// <summary>What it says of where it comes from: <c>none</c>, <c>packed</c> or any other word.</summary>
    public string Format { get; set; } = "none";

    /// <summary>With which certificate, and its key, it vouches for a new credential; null when the credential vouches for itself.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The algorithm it writes into a packed statement, when it is not the right one.</summary>
    public int? StatedAlgorithm { get; set; }

    /// <summary>The user handle it shows; null for none.</summary>
    public byte[]? Handle { get; set; }

    /// <summary>Answers the options of a registration.</summary>
    public JsonObject Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Handle ??= Base64Url.DecodeFromChars((string)asked["user"]!["id"]!);
        var client = Client("webauthn.create", asked);
        var data = Data(RelyingParty ?? (string)asked["rp"]!["id"]!, (byte)(Flags | HasCredential));
        data = [.. data, .. Model.ToByteArray(bigEndian: true), (byte)(CredentialId.Length >> 8), (byte)CredentialId.Length, .. CredentialId, .. CoseKey()];
        data = OnData?.Invoke(data) ?? data;
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["attestationObject"] = Base64Url.EncodeToString(Attestation(data, client)),
            ["transports"] = new JsonArray("usb", "telepathy"),
        });
    }

    /// <summary>Answers the options of an assertion.</summary>
    public JsonObject Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", asked);
        var data = Data(RelyingParty ?? (string)asked["rpId"]!, Flags);
        data = OnData?.Invoke(data) ?? data;
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString((Signer ?? this).Sign([.. data, .. SHA256.HashData(client)])),
            ["userHandle"] = Handle is null ? null : Base64Url.EncodeToString(Handle),
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Client(string type, JsonNode asked)
    {
        var data = new JsonObject { ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = Origin, ["crossOrigin"] = false };
        OnClientData?.Invoke(data);
        return Encoding.UTF8.GetBytes(data.ToJsonString());
    }

    private byte[] Data(string relyingParty, byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.ASCII.GetBytes(relyingParty)).CopyTo(data, 0);
        data[32] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), Counter);
        return data;
    }

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(CredentialId),
        ["rawId"] = Base64Url.EncodeToString(CredentialId),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "cross-platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    private byte[] Sign(byte[] data) => key switch
    {
        ECDsa ecdsa => ecdsa.SignData(data, Algorithm == -35 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        _ => ((RSA)key).SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private byte[] CoseKey()
    {
        // It must be able to write what is wrong.
        var writer = new CborWriter(CborConformanceMode.Lax);
        if (OnKey is not null)
        {
            OnKey(writer);
            return writer.Encode();
        }

        if (key is ECDsa ecdsa)
        {
            var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
            writer.WriteStartMap(5);
            Write(writer, (1, 2), (3, Algorithm), (-1, Algorithm == -35 ? 2 : 1), (-2, point.X!), (-3, point.Y!));
        }
        else
        {
            var parameters = ((RSA)key).ExportParameters(includePrivateParameters: false);
            writer.WriteStartMap(4);
            Write(writer, (1, 3), (3, Algorithm), (-1, parameters.Modulus!), (-2, parameters.Exponent!));
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>Writes pairs of a COSE key: numbers and bytes under numbers.</summary>
    public static void Write(CborWriter writer, params ReadOnlySpan<(int Label, object Value)> pairs)
    {
        foreach (var (label, value) in pairs)
        {
            writer.WriteInt32(label);
            if (value is byte[] bytes)
            {
                writer.WriteByteString(bytes);
            }
            else
            {
                writer.WriteInt32((int)value);
            }
        }
    }

    private byte[] Attestation(byte[] data, byte[] client)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString(Format);
        writer.WriteTextString("attStmt");
        if (Format == "none")
        {
            writer.WriteStartMap(0);
            writer.WriteEndMap();
        }
        else
        {
            Statement(writer, [.. data, .. SHA256.HashData(client)]);
        }

        writer.WriteTextString("authData");
        writer.WriteByteString(data);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private void Statement(CborWriter writer, byte[] signed)
    {
        using var vouching = Certificate?.GetECDsaPrivateKey();
        writer.WriteStartMap(Certificate is null ? 2 : 3);
        writer.WriteTextString("alg");
        writer.WriteInt32(StatedAlgorithm ?? (vouching is null ? Algorithm : -7));
        writer.WriteTextString("sig");
        writer.WriteByteString(vouching is not null && Signer is null
            ? vouching.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            : (Signer ?? this).Sign(signed));
        if (Certificate is not null)
        {
            writer.WriteTextString("x5c");
            writer.WriteStartArray(1);
            writer.WriteByteString(Certificate.RawData);
            writer.WriteEndArray();
        }

        writer.WriteEndMap();
    }
}
