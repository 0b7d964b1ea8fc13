using System.Diagnostics.CodeAnalysis;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Makes session tokens and opens them, without a store: all that a session is stands sealed in its token (AU-331).</summary>
/// <remarks>Safe for many threads. An opened token is remembered, so that the next request with it costs neither decryption nor allocation.</remarks>
public sealed class SessionTokens(KeyRing ring, TimeProvider clock)
{
    /// <summary>The most characters a token may have (AU-330).</summary>
    public const int MaxLength = 8192;

    /// <summary>Seals a session into a token that opens only beside its access key id.</summary>
    /// <returns>False when the token would pass <see cref="MaxLength"/>: AWS's <c>PackedPolicyTooLarge</c>.</returns>
    public bool TryIssue(SessionContents contents, string accessKeyId, Secret secretKey, [NotNullWhen(true)] out string? token) =>
        throw new NotImplementedException(ring.DeploymentId + clock);

    /// <summary>Opens a token as it came with a request.</summary>
    public bool TryOpen(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, [NotNullWhen(true)] out SessionContents? contents, out SessionTokenFault fault) =>
        throw new NotImplementedException();

    /// <summary>Takes the secret key out of a token, to derive a signing key from it.</summary>
    /// <returns>False when the token does not open or is expired. The caller disposes the secret.</returns>
    public bool TryOpenSecretKey(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, [NotNullWhen(true)] out Secret? secretKey) =>
        throw new NotImplementedException();
}
