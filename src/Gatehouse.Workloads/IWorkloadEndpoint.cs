using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>What answers on one listener.</summary>
internal interface IWorkloadEndpoint : IDisposable
{
    /// <summary>Answers a request.</summary>
    Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel);
}
