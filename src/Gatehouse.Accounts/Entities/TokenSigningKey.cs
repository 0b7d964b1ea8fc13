using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A key pair with which an account signs the tokens it issues; the private half is sealed.</summary>
/// <param name="Id">Its id, as tokens name it: <c>kid</c>.</param>
/// <param name="Algorithm"><c>RS256</c> or <c>ES384</c>.</param>
/// <param name="Created">When it was made.</param>
/// <param name="PublicKey">The public half as a SubjectPublicKeyInfo, in base64.</param>
/// <param name="PrivateKey">The private half as a sealed PKCS #8.</param>
/// <remarks>The names of the properties reach the disk.</remarks>
public sealed record TokenSigningKey(string Id, string Algorithm, DateTimeOffset Created, string PublicKey, SealedSecret PrivateKey);
