using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A key that opens the encrypted assertions of a provider.</summary>
/// <param name="Id">Its id, <c>SAMLSPK…</c>.</param>
/// <param name="Added">When it was added.</param>
/// <param name="Sealed">The RSA private key as PKCS#8, sealed as <see cref="SecretKind.SamlPrivateKey"/>.</param>
public sealed record SamlPrivateKey(string Id, DateTimeOffset Added, SealedSecret Sealed);
