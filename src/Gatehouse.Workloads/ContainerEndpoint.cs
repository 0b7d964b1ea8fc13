using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>The credentials endpoint of a container, for <c>AWS_CONTAINER_CREDENTIALS_FULL_URI</c>, and on 169.254.170.2 for <c>AWS_CONTAINER_CREDENTIALS_RELATIVE_URI</c> [AU-820, AU-821].</summary>
internal sealed class ContainerEndpoint(WorkloadListener listener, IRoleSource roles) : IWorkloadEndpoint
{
    /// <summary>Where credentials are.</summary>
    internal const string Path = "/credentials";

    private const string Service = "ecs-tasks.amazonaws.com";
    private const int MostToken = 16 * 1024;

    private readonly KeptCredentials kept = new();
    private readonly string task = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{listener.Account}/{listener.Name}/{listener.Address}{roles.Place}")))[..32];

    /// <inheritdoc/>
    public WorkloadAnswer Away => WorkloadAnswer.Refuse(503, "ServiceUnavailable", "The credentials of this task cannot be renewed at the moment.");

    /// <inheritdoc/>
    public async Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!await MayAskAsync(request, cancel))
        {
            return WorkloadAnswer.Refuse(401, "AccessDenied", "The authorization token is missing or wrong.");
        }

        if (request.Path.Value is not Path)
        {
            return WorkloadAnswer.Refuse(404, "NotFound", "There is nothing here.");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return WorkloadAnswer.Refuse(405, "MethodNotAllowed", "Only GET is answered here.");
        }

        if (await roles.FindAsync(listener, cancel) is not { Arn: { } role })
        {
            return WorkloadAnswer.Refuse(404, "NotFound", "The role of this task does not exist.");
        }

        try
        {
            var credentials = await FindAsync(role, cancel);
            return new(200, "application/json", WorkloadAnswer.Json(json =>
            {
                json.WriteString("RoleArn"u8, credentials.RoleArn);
                WorkloadAnswer.Write(json, credentials);
            }));
        }
        catch (WorkloadRefusal refusal) when (!refusal.Away)
        {
            return WorkloadAnswer.Refuse(403, "AccessDenied", $"ECS was unable to assume the role '{role}': {refusal.Message}.");
        }
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (await roles.FindAsync(listener, cancel) is { Arn: { } role })
        {
            await FindAsync(role, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private ValueTask<WorkloadCredentials> FindAsync(string role, CancellationToken cancel) =>
        kept.FindAsync(role, roles.Now, stop => roles.BeginAsync(listener, new(Service, task, SessionDelivery.Container, null, []), stop), cancel, roles.Stands);

    // Read anew each time, so that whoever runs the workload can change it.
    private async Task<bool> MayAskAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Headers.Authorization is not [{ Length: > 0 and <= MostToken } shown])
        {
            return false;
        }

        try
        {
            var expected = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(listener.TokenFile!, cancel)).TrimEnd('\r', '\n'));

            // Hashes have one length: how long the token is does not show either.
            return expected.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(expected), SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
