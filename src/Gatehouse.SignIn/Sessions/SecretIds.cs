using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.SignIn.Sessions;

/// <summary>Ids that are secrets: whoever knows one is let on. Only hashes of them are kept [AU-710].</summary>
internal static class SecretIds
{
    private const int Size = 32;

    /// <summary>Draws one of 256 bits, as 43 characters of base64url.</summary>
    internal static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Whether a text has the form of one.</summary>
    internal static bool IsOne(string? id) => id is not null && Base64Url.IsValid(id, out var size) && size == Size;

    /// <summary>What is kept of one.</summary>
    internal static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>What every form of a page carries that was shown to whoever has the id, so that no other site's form is taken for one of ours [AU-711].</summary>
    internal static string FormTokenOf(string id) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(id), "gatehouse/form/1"u8));

    /// <summary>Whether a form came from such a page.</summary>
    internal static bool IsFormToken(string? id, string? token) =>
        IsOne(id) && token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(FormTokenOf(id!)));
}
