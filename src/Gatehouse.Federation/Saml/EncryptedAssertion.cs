using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Federation.Saml;

/// <summary>Opens an encrypted assertion with one of the keys that the provider's entity holds [AU-506].</summary>
/// <remarks>Says of a failure only that it failed: what went wrong inside would help who guesses at paddings.</remarks>
internal static class EncryptedAssertion
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int BlockSize = 16;

    /// <summary>Opens it.</summary>
    /// <param name="element">The <c>EncryptedAssertion</c>.</param>
    /// <param name="account">The provider's account.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="vault">Opens the provider's keys.</param>
    /// <param name="signed">Whether a right signature covers it: only then may it be encrypted in a mode that does not prove itself unchanged.</param>
    /// <returns>The assertion's text; null when it does not open.</returns>
    internal static string? Open(XmlElement element, Account account, SamlProvider provider, SecretVault vault, bool signed)
    {
        var data = element.Only(SamlNames.Encryption, "EncryptedData");
        var wrapped = element.WithDescendants().Where(child => child.Is(SamlNames.Encryption, "EncryptedKey")).ToList();
        if (data is null || wrapped.Count != 1 || Value(data) is not { } sealedText || Value(wrapped[0]) is not { } sealedKey
            || Padding(wrapped[0]) is not { } padding)
        {
            return null;
        }

        var method = data.Only(SamlNames.Encryption, "EncryptionMethod")?.GetAttribute("Algorithm") ?? "";
        foreach (var held in provider.PrivateKeys)
        {
            if (!vault.TryOpen(held.Sealed, SecretKind.SamlPrivateKey, account.Id, held.Id, 1, out var secret))
            {
                continue;
            }

            using (secret)
            {
                if (Open(secret, sealedKey, padding, method, sealedText, signed) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string? Open(Secret pkcs8, byte[] sealedKey, RSAEncryptionPadding padding, string method, byte[] sealedText, bool signed)
    {
        byte[]? key = null;
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(pkcs8.Bytes, out _);
            key = rsa.Decrypt(sealedKey, padding);
            var plain = method switch
            {
                SamlNames.Encryption11 + "aes128-gcm" when key.Length == 16 => OpenGcm(key, sealedText),
                SamlNames.Encryption11 + "aes256-gcm" when key.Length == 32 => OpenGcm(key, sealedText),
                SamlNames.Encryption + "aes128-cbc" when key.Length == 16 && signed => OpenCbc(key, sealedText),
                SamlNames.Encryption + "aes256-cbc" when key.Length == 32 && signed => OpenCbc(key, sealedText),
                _ => null,
            };
            return plain is null ? null : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(plain);
        }
        catch (Exception closed) when (closed is CryptographicException or ArgumentException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[]? OpenGcm(byte[] key, byte[] text)
    {
        if (text.Length < NonceSize + TagSize)
        {
            return null;
        }

        using var aes = new AesGcm(key, TagSize);
        var plain = new byte[text.Length - NonceSize - TagSize];
        aes.Decrypt(text.AsSpan(0, NonceSize), text.AsSpan(NonceSize, plain.Length), text.AsSpan(NonceSize + plain.Length), plain);
        return plain;
    }

    private static byte[]? OpenCbc(byte[] key, byte[] text)
    {
        if (text.Length < 2 * BlockSize || text.Length % BlockSize != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(text.AsSpan(BlockSize), text.AsSpan(0, BlockSize), PaddingMode.None);
        return plain[^1] is > 0 and <= BlockSize ? plain[..^plain[^1]] : null;
    }

    private static RSAEncryptionPadding? Padding(XmlElement key)
    {
        var method = key.Only(SamlNames.Encryption, "EncryptionMethod");
        var digest = method?.Only(SamlNames.Signature, "DigestMethod")?.GetAttribute("Algorithm");
        var mask = method?.Only(SamlNames.Encryption11, "MGF")?.GetAttribute("Algorithm");
        return (method?.GetAttribute("Algorithm"), digest, mask) switch
        {
            (SamlNames.Encryption + "rsa-oaep-mgf1p", null or SamlNames.Signature + "sha1", null) => RSAEncryptionPadding.OaepSHA1,
            (SamlNames.Encryption11 + "rsa-oaep", null or SamlNames.Signature + "sha1", null or SamlNames.Encryption11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (SamlNames.Encryption11 + "rsa-oaep", SamlNames.Encryption + "sha256", SamlNames.Encryption11 + "mgf1sha256") => RSAEncryptionPadding.OaepSHA256,
            _ => null,
        };
    }

    private static byte[]? Value(XmlElement element)
    {
        try
        {
            return element.Only(SamlNames.Encryption, "CipherData")?.Only(SamlNames.Encryption, "CipherValue") is { } value ? Convert.FromBase64String(value.InnerText) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
