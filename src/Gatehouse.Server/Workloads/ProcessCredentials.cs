using System.Globalization;
using System.Text.Json;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>What AWS's clients read from a process [AU-841].</summary>
internal sealed record ProcessCredentials(int Version, string AccessKeyId, string SecretAccessKey, string SessionToken, string Expiration, string AccountId)
{
    /// <summary>Credentials as one line of JSON.</summary>
    internal static string Print(WorkloadCredentials given, string account) => JsonSerializer.Serialize(
        new(1, given.AccessKeyId, given.SecretAccessKey, given.Token, given.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), account),
        CredentialsJson.Plain.ProcessCredentials);
}
