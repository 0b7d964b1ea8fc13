namespace Gatehouse.Accounts.Sessions;

/// <summary>A session just begun: its credentials and what it is. The credentials are secret; whoever gets this hands them on and forgets them.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret access key.</param>
/// <param name="Token">The session token.</param>
/// <param name="Contents">What the token says.</param>
public sealed record IssuedSession(string AccessKeyId, string SecretAccessKey, string Token, SessionContents Contents)
{
    /// <summary>The access key id alone.</summary>
    public override string ToString() => AccessKeyId;
}
