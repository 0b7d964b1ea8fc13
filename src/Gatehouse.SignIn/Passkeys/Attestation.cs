using System.Collections.Immutable;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>What an authenticator says of where it comes from: nothing, or <c>packed</c>, which is checked as WebAuthn 8.2 asks.</summary>
/// <remarks>Whether the maker is to be believed is not asked: that needs the list of all makers.</remarks>
internal sealed record Attestation(AuthenticatorData Data, ImmutableArray<string> Certificates)
{
    /// <summary>The most bytes that are read.</summary>
    internal const int MaxSize = 16 * 1024;

    private const int MaxCertificates = 4;
    private const int MaxCertificate = 4096;
    private const string ModelExtension = "1.3.6.1.4.1.45724.1.1.4";

    /// <summary>Reads and checks it.</summary>
    /// <param name="bytes">The attestation object.</param>
    /// <param name="clientHash">The hash of the client data.</param>
    /// <exception cref="PasskeyException">It is malformed, of a format that is not taken, or does not hold.</exception>
    internal static Attestation Read(byte[] bytes, byte[] clientHash)
    {
        var (format, statement, data) = Cbor.Read(bytes, static reader =>
        {
            // In the order that CTAP2 prescribes: fmt, attStmt, authData.
            if (reader.StartMap() != 3 || reader.ReadTextString() != "fmt")
            {
                throw new PasskeyException(PasskeyFault.Malformed);
            }

            var format = reader.ReadTextString();
            var statement = reader.ReadTextString() == "attStmt" ? ReadStatement(reader, format) : throw new PasskeyException(PasskeyFault.Malformed);
            var data = reader.ReadTextString() == "authData" ? reader.ReadByteString() : throw new PasskeyException(PasskeyFault.Malformed);
            reader.ReadEndMap();
            return reader.BytesRemaining == 0 ? (format, statement, data) : throw new PasskeyException(PasskeyFault.Malformed);
        });
        var read = AuthenticatorData.Read(data);
        if (read.Credential is not { } credential)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        if (statement is not null)
        {
            Check(statement, credential, [.. data, .. clientHash]);
        }

        return new(read, [.. (statement?.Certificates ?? []).Select(Convert.ToBase64String)]);
    }

    private static Statement? ReadStatement(CborReader reader, string format)
    {
        var count = reader.StartMap();
        if (format == "none" && count == 0)
        {
            reader.ReadEndMap();
            return null;
        }

        if (format != "packed" || count is not (2 or 3) || reader.ReadTextString() != "alg")
        {
            throw new PasskeyException(PasskeyFault.Attestation);
        }

        var algorithm = reader.ReadInt32();
        var signature = reader.ReadTextString() == "sig" ? reader.ReadByteString() : throw new PasskeyException(PasskeyFault.Attestation);
        var certificates = count == 3 ? ReadCertificates(reader) : [];
        reader.ReadEndMap();
        return new(algorithm, signature, certificates);
    }

    private static List<byte[]> ReadCertificates(CborReader reader)
    {
        if (reader.ReadTextString() != "x5c" || reader.ReadStartArray() is not (>= 1 and <= MaxCertificates and var count))
        {
            throw new PasskeyException(PasskeyFault.Attestation);
        }

        var certificates = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            certificates.Add(reader.ReadByteString() is { Length: <= MaxCertificate } certificate ? certificate : throw new PasskeyException(PasskeyFault.Attestation));
        }

        reader.ReadEndArray();
        return certificates;
    }

    private static void Check(Statement statement, AuthenticatorData.AttestedCredential credential, byte[] signed)
    {
        // Without certificates the new key vouches for itself.
        var holds = statement.Certificates is []
            ? statement.Algorithm == credential.Key.Algorithm && credential.Key.Verifies(signed, statement.Signature)
            : IsVouchedFor(statement, credential, signed);
        if (!holds)
        {
            throw new PasskeyException(PasskeyFault.Attestation);
        }
    }

    private static bool IsVouchedFor(Statement statement, AuthenticatorData.AttestedCredential credential, byte[] signed)
    {
        try
        {
            foreach (var given in statement.Certificates)
            {
                using var read = X509CertificateLoader.LoadCertificate(given);
                if (!read.RawData.AsSpan().SequenceEqual(given))
                {
                    return false;
                }
            }

            using var certificate = X509CertificateLoader.LoadCertificate(statement.Certificates[0]);
            return IsOfAnAuthenticator(certificate)
                && (certificate.Extensions[ModelExtension] is not { } model || IsModel(model, credential.Model))
                && CoseKey.Verifies(certificate.PublicKey.ExportSubjectPublicKeyInfo(), statement.Algorithm, signed, statement.Signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // WebAuthn 8.2.1: what the certificate of an authenticator looks like.
    private static bool IsOfAnAuthenticator(X509Certificate2 certificate)
    {
        var names = certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(static name => !name.HasMultipleElements)
            .ToLookup(static name => name.GetSingleElementType().Value, static name => name.GetSingleElementValue(), StringComparer.Ordinal);
        return certificate.Version == 3
            && names["2.5.4.6"].Any() && names["2.5.4.10"].Any() && names["2.5.4.3"].Any() && names["2.5.4.11"].Contains("Authenticator Attestation")
            && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any() && !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(static limits => limits.CertificateAuthority);
    }

    private static bool IsModel(X509Extension extension, Guid model) =>
        !extension.Critical && extension.RawData is [0x04, 0x10, .. { Length: 16 } bytes] && new Guid(bytes, bigEndian: true) == model;

    private sealed record Statement(int Algorithm, byte[] Signature, List<byte[]> Certificates);
}
