namespace Gatehouse.Accounts.Secrets;

/// <summary>A password as it lies on disk: salted and hashed slowly, with what it takes to do so again [AU-708].</summary>
/// <param name="Algorithm">How it was hashed; so far always <c>pbkdf2-sha512</c>.</param>
/// <param name="Rounds">How many rounds.</param>
/// <param name="Salt">16 bytes as base64.</param>
/// <param name="Hash">64 bytes as base64.</param>
/// <remarks>Fit for JSON as it stands; the names of the properties reach the disk.</remarks>
public sealed record PasswordHash(string Algorithm, int Rounds, string Salt, string Hash)
{
    /// <summary>PBKDF2 with HMAC-SHA-512.</summary>
    public const string Pbkdf2 = "pbkdf2-sha512";

    /// <summary>Whether another password hashed with this one's salt and rounds can be compared with it as it is.</summary>
    internal bool IsAlike(PasswordHash other) => Algorithm == other.Algorithm && Rounds == other.Rounds && Salt == other.Salt;
}
