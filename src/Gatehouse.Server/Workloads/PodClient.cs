using System.Text.Json;
using Gatehouse.Accounts.Pods;
using Gatehouse.Signatures;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>Trades the tokens of pods for credentials, with the role of the node they run on: the client's side of AssumeRoleForPodIdentity [AU-832].</summary>
/// <param name="node">The node's role, and the server that gives it.</param>
/// <param name="client">Asks for the node's role.</param>
/// <param name="clock">The clock.</param>
internal sealed class PodClient(RoleRequest node, IRoleClient client, TimeProvider clock) : IDisposable
{
    private const string SessionName = "pod-identity-agent";

    private readonly RoleServer server = new(node.Endpoint);
    private readonly KeptCredentials kept = new();

    /// <summary>Asks for the session of a pod.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="token">The pod's token.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="PodRefusal">The pod gets no role.</exception>
    /// <exception cref="WorkloadRefusal">The node may not ask, or the server could not be reached.</exception>
    internal async Task<WorkloadCredentials> AskAsync(string cluster, string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var key = await kept.FindAsync(node.RoleArn, now, async stop => await client.AskAsync(SessionName, stop), cancel);
        var request = new OutgoingRequest
        {
            Method = "POST",
            Target = $"{server.Path.TrimEnd('/')}/clusters/{Uri.EscapeDataString(cluster)}/assume-role-for-pod-identity",
            Headers = [new("Host", server.Authority), new("Content-Type", "application/json")],
            Body = JsonSerializer.SerializeToUtf8Bytes(new(token), CredentialsJson.Default.PodAsk),
        };
        var signer = new Signer(new SigningCredentials(key.AccessKeyId, key.SecretAccessKey, key.Token), node.Region, "eks-auth");
        var (success, body) = await server.SendAsync(signer.Sign(request, now).Request, cancel);
        try
        {
            using var answer = JsonDocument.Parse(body);
            return success ? Read(answer.RootElement, now) : throw Refusal(answer.RootElement);
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new WorkloadRefusal("The endpoint does not answer as EKS Auth does.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        kept.Dispose();
        server.Dispose();
    }

    private static WorkloadCredentials Read(JsonElement answer, DateTimeOffset now)
    {
        var given = answer.GetProperty("credentials");
        return new(
            Text(answer.GetProperty("assumedRoleUser"), "arn"),
            Text(given, "accessKeyId"),
            Text(given, "secretAccessKey"),
            Text(given, "sessionToken"),
            now,
            DateTimeOffset.FromUnixTimeMilliseconds((long)(given.GetProperty("expiration").GetDouble() * 1000)));
    }

    // What is said of the pod is for the pod; what is said of the node is not.
    private static Exception Refusal(JsonElement answer)
    {
        var (code, message) = (Text(answer, "__type"), Text(answer, "message"));
        return code switch
        {
            "InvalidTokenException" => new PodRefusal(PodFault.InvalidToken, message),
            "ResourceNotFoundException" => new PodRefusal(PodFault.NotFound, message),
            "InvalidRequestException" => new PodRefusal(PodFault.TooLarge, message),
            "ExpiredTokenException" when message.StartsWith("Token ", StringComparison.Ordinal) => new PodRefusal(PodFault.ExpiredToken, message),
            "AccessDeniedException" when message.StartsWith("Unauthorized Exception!", StringComparison.Ordinal) => new PodRefusal(PodFault.Denied, message),
            _ => new WorkloadRefusal($"{code}: {message}"),
        };
    }

    private static string Text(JsonElement part, string name) => part.GetProperty(name).GetString() ?? throw new FormatException();
}
