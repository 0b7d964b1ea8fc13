using System.Globalization;
using System.Text.Json;
using Gatehouse.Signatures;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>Trades a certificate for credentials: the client's side of CreateSession [AU-860].</summary>
internal sealed class CertificateClient(RoleRequest role, CertificateProof proof, TimeProvider clock) : IRoleClient
{
    private readonly RoleServer server = new(role.Endpoint);

    /// <inheritdoc/>
    /// <remarks>Sessions of certificates are named by their serial number: a profile need not let clients name them.</remarks>
    public async Task<WorkloadCredentials> AskAsync(string sessionName, CancellationToken cancel)
    {
        using var certificate = proof.Read();
        var chain = proof.ReadChain();
        try
        {
            var now = clock.GetUtcNow();
            var (success, body) = await server.SendAsync(new CertificateSigner(certificate, chain, role.Region).Sign(Compose(), now).Request, cancel);
            return success ? Read(body, now) : throw Refusal(body);
        }
        finally
        {
            foreach (var one in chain)
            {
                one.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();

    private OutgoingRequest Compose() => new()
    {
        Method = "POST",
        Target = $"/sessions?profileArn={Uri.EscapeDataString(proof.ProfileArn)}&roleArn={Uri.EscapeDataString(role.RoleArn)}&trustAnchorArn={Uri.EscapeDataString(proof.TrustAnchorArn)}",
        Headers = [new("Host", server.Authority), new("Content-Type", "application/json")],
        Body = JsonSerializer.SerializeToUtf8Bytes(new(role.Seconds, role.SessionName), CredentialsJson.Default.CertificateAsk),
    };

    private WorkloadCredentials Read(byte[] body, DateTimeOffset now)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var given = answer.RootElement.GetProperty("credentialSet")[0].GetProperty("credentials");
            return new(
                role.RoleArn,
                given.GetProperty("accessKeyId").GetString()!,
                given.GetProperty("secretAccessKey").GetString()!,
                given.GetProperty("sessionToken").GetString()!,
                now,
                DateTimeOffset.Parse(given.GetProperty("expiration").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException or ArgumentNullException)
        {
            throw new WorkloadRefusal("The endpoint does not answer as IAM Roles Anywhere does.");
        }
    }

    private static WorkloadRefusal Refusal(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return new($"{answer.RootElement.GetProperty("__type").GetString()}: {answer.RootElement.GetProperty("message").GetString()}");
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new("The endpoint does not answer as IAM Roles Anywhere does.");
        }
    }
}
