using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>What answers on one listener.</summary>
internal interface IWorkloadEndpoint : IDisposable
{
    /// <summary>What is answered while whoever gives the role cannot be asked.</summary>
    WorkloadAnswer Away { get; }

    /// <summary>Answers a request.</summary>
    Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel);

    /// <summary>Fetches ahead what workloads will ask for.</summary>
    /// <exception cref="WorkloadRefusal">They would get nothing.</exception>
    Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;
}
