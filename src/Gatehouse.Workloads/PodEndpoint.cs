using Gatehouse.Accounts.Pods;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>The endpoint of EKS's Pod Identity Agent, for <c>AWS_CONTAINER_CREDENTIALS_FULL_URI</c> of pods: the token that is shown says who asks [AU-830].</summary>
internal sealed class PodEndpoint(WorkloadListener listener, IRoleSource roles) : IWorkloadEndpoint
{
    /// <summary>Where credentials are.</summary>
    internal const string Path = "/v1/credentials";

    /// <inheritdoc/>
    public WorkloadAnswer Away => WorkloadAnswer.Refuse(503, "ServiceUnavailableException", "The credentials of this pod cannot be had at the moment.");

    /// <inheritdoc/>
    public async Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Path.Value is not Path)
        {
            return WorkloadAnswer.Refuse(404, "NotFound", "There is nothing here.");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return WorkloadAnswer.Refuse(405, "MethodNotAllowed", "Only GET is answered here.");
        }

        if (request.Headers.Authorization is not [{ Length: > 0 } token])
        {
            return WorkloadAnswer.Refuse(401, "AccessDenied", "The service account token is missing.");
        }

        try
        {
            // Nothing is kept: whoever shows the token of a pod that was deleted gets nothing once it has ended, and AWS's clients keep what they are given.
            var credentials = await roles.BeginPodAsync(listener, token, cancel);
            return new(200, "application/json", WorkloadAnswer.Json(json =>
            {
                WorkloadAnswer.Write(json, credentials);
                json.WriteString("AccountId"u8, listener.Account);
            }));
        }
        catch (PodRefusal refusal)
        {
            var (code, status) = refusal.Answer;
            return WorkloadAnswer.Refuse(status, code, refusal.Message);
        }
        catch (WorkloadRefusal refusal) when (!refusal.Away)
        {
            return WorkloadAnswer.Refuse(403, "AccessDeniedException", refusal.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
