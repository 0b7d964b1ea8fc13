namespace Gatehouse.Accounts.Secrets;

/// <summary>A secret as it may lie on disk: encrypted with AES-256-GCM under a data key, and bound to what it is for (AU-211, AU-213).</summary>
/// <param name="Dek">The id of the data key that opens it.</param>
/// <param name="Nonce">12 bytes as base64, never used twice with that key.</param>
/// <param name="Ciphertext">The encrypted secret as base64.</param>
/// <param name="Tag">16 bytes as base64 that prove it unchanged.</param>
/// <remarks>Fit for JSON as it stands; the names of the properties reach the disk.</remarks>
public sealed record SealedSecret(string Dek, string Nonce, string Ciphertext, string Tag);
