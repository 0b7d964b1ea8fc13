namespace Gatehouse.Accounts.Federation;

/// <summary>What can be said of a public key that the tokens of an issuer are checked with.</summary>
/// <param name="Id">Its id; null when the key set gives none.</param>
/// <param name="Type">What kind of key it is.</param>
/// <param name="Size">How long it is, in bits.</param>
/// <param name="Thumbprint">Its thumbprint by SHA-256, as RFC 7638 has it: base64url.</param>
public sealed record IssuerKey(string? Id, IssuerKeyType Type, int Size, string Thumbprint);
