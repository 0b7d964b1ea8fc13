using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Entities;

/// <summary>With which token something was asked for, and what was asked.</summary>
/// <param name="Token">The token that the caller chose.</param>
/// <param name="Request">SHA-256 of all that the request said.</param>
public sealed record CreationToken(string Token, string Request)
{
    /// <summary>The token of a request; null when it has none.</summary>
    /// <param name="token">The token.</param>
    /// <param name="request">All that the request says.</param>
    public static CreationToken? Of(string? token, string request) =>
        token is null ? null : new(token, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request))));
}
