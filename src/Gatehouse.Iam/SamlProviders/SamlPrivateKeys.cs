using System.Security.Cryptography;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>The keys that open encrypted assertions: read, sealed, added and taken away [AU-500].</summary>
internal static class SamlPrivateKeys
{
    private const int LeastBits = 2048;
    private const int MostBits = 8192;

    /// <summary>The provider with one key more.</summary>
    /// <exception cref="InvalidInputException">It is no RSA private key in clear PEM, of 2,048 to 8,192 bits.</exception>
    /// <exception cref="LimitExceededException">The provider has two already.</exception>
    internal static SamlProvider WithKey(this SamlProvider provider, string pem, Draft draft)
    {
        Quotas.Require("PrivateKeysPerSAMLProvider", Quotas.PrivateKeysPerSamlProvider, provider.PrivateKeys.Length);
        var id = draft.NewId("SAMLSPK");
        var plain = Read(pem) ?? throw new InvalidInputException("Unable to parse private key");
        try
        {
            var box = draft.Call.Installation.Secrets.Seal(SecretKind.SamlPrivateKey, draft.Account.Id, id, 1, plain);
            return provider with { PrivateKeys = provider.PrivateKeys.Add(new(id, draft.Now, box)) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>The provider without one of its keys.</summary>
    /// <exception cref="NoSuchEntityException">It has no such key.</exception>
    internal static SamlProvider WithoutKey(this SamlProvider provider, string id) =>
        provider.PrivateKeys.FirstOrDefault(key => key.Id == id) is { } key
            ? provider with { PrivateKeys = provider.PrivateKeys.Remove(key) }
            : throw new NoSuchEntityException($"Private key with id {id} cannot be found.");

    private static byte[]? Read(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return rsa.KeySize is >= LeastBits and <= MostBits ? rsa.ExportPkcs8PrivateKey() : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
