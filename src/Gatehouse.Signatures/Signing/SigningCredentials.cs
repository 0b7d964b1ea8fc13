using System.Text;

namespace Gatehouse.Signatures;

/// <summary>What a client signs with: an access key, its secret, and the session token of a temporary one. <c>ToString</c> shows none of it.</summary>
public sealed class SigningCredentials
{
    private readonly byte[] secret;

    /// <summary>Takes credentials.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The session token of a temporary key; null for a long-term one.</param>
    public SigningCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(secretAccessKey);
        AccessKeyId = accessKeyId;
        secret = Encoding.UTF8.GetBytes(secretAccessKey);
        SessionToken = sessionToken;
    }

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    internal ReadOnlySpan<byte> Secret => secret;

    internal string? SessionToken { get; }

    /// <inheritdoc/>
    public override string ToString() => "***";
}
