using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>Asks a server for credentials of one role, and proves who asks by what this machine has.</summary>
internal interface IRoleClient : IDisposable
{
    /// <summary>Asks for a session.</summary>
    /// <param name="sessionName">Its name where none was given, and where whoever asks names it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The credentials. A secret.</returns>
    /// <exception cref="WorkloadRefusal">The proof cannot be read, the server refused, or it could not be reached.</exception>
    Task<WorkloadCredentials> AskAsync(string sessionName, CancellationToken cancel);
}
