using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>The credentials endpoint of a container, for <c>AWS_CONTAINER_CREDENTIALS_FULL_URI</c> [AU-820, AU-821].</summary>
internal sealed class ContainerEndpoint(WorkloadListener listener, ServiceSession sessions) : IWorkloadEndpoint
{
    private const string Service = "ecs-tasks.amazonaws.com";
    private const int MostToken = 16 * 1024;

    private readonly KeptCredentials kept = new();
    private readonly string task = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{listener.Account}/{listener.Name}/{listener.Address}")))[..32];

    /// <inheritdoc/>
    public async Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!await MayAskAsync(request, cancel))
        {
            return Refuse(401, "AccessDenied", "The authorization token is missing or wrong.");
        }

        if (request.Path.Value is not "/credentials")
        {
            return Refuse(404, "NotFound", "There is nothing here.");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return Refuse(405, "MethodNotAllowed", "Only GET is answered here.");
        }

        if (await sessions.AccountAsync(listener.Account, cancel) is not { } account || account.Roles.Find(listener.Name) is not { } role)
        {
            return Refuse(404, "NotFound", "The role of this task does not exist.");
        }

        var credentials = await kept.FindAsync(
            role.ArnIn(account.Id).Text, sessions.Now, () => sessions.BeginAsync(account, role, Service, task, SessionDelivery.Container, null, [], cancel), cancel);
        return credentials is null
            ? Refuse(403, "AccessDenied", $"ECS was unable to assume the role '{role.ArnIn(account.Id).Text}': its trust policy does not allow {Service}.")
            : new(200, "application/json", WorkloadAnswer.Json(json =>
            {
                json.WriteString("RoleArn"u8, credentials.RoleArn);
                WorkloadAnswer.Write(json, credentials);
            }));
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private static WorkloadAnswer Refuse(int status, string code, string message) => new(status, "application/json", WorkloadAnswer.Json(json =>
    {
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
    }));

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
