namespace Gatehouse.Workloads;

/// <summary>What a workload is given. Lives in memory only.</summary>
/// <param name="RoleArn">The role.</param>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret access key.</param>
/// <param name="Token">The session token.</param>
/// <param name="Issued">When the session was made.</param>
/// <param name="Expires">When it ends.</param>
public sealed record WorkloadCredentials(string RoleArn, string AccessKeyId, string SecretAccessKey, string Token, DateTimeOffset Issued, DateTimeOffset Expires)
{
    /// <inheritdoc/>
    public override string ToString() => $"{AccessKeyId} of {RoleArn}";
}
