using Gatehouse.Server.Issuing;
using Gatehouse.Server.Monitoring;
using Gatehouse.SignIn;

namespace Gatehouse.Server.Hosting;

/// <summary>Gives each request to the one who answers it.</summary>
internal sealed class Answering(IServiceProvider services)
{
    private readonly Requests.Endpoint endpoint = services.GetRequiredService<Requests.Endpoint>();
    private readonly MonitoringEndpoint monitoring = services.GetRequiredService<MonitoringEndpoint>();
    private readonly InstanceCertificateEndpoint instances = services.GetRequiredService<InstanceCertificateEndpoint>();
    private readonly IssuerEndpoint issuers = services.GetRequiredService<IssuerEndpoint>();

    // Made when a browser first comes: programs, which ask at the root, need not wait for it at the start.
    private readonly Lazy<SignInEndpoint> pages = new(services.GetRequiredService<SignInEndpoint>);

    /// <summary>Answers a request.</summary>
    internal Task AnswerAsync(HttpContext http) => MonitoringEndpoint.Takes(http.Request) ? monitoring.AnswerAsync(http)
        : IssuerEndpoint.Takes(http.Request) ? issuers.AnswerAsync(http)
        : http.Request is { PathBase.HasValue: false, Path.Value: not "/" } && pages.Value.Takes(http.Request) ? pages.Value.AnswerAsync(http)
        : InstanceCertificateEndpoint.Takes(http.Request) ? instances.AnswerAsync(http)
        : endpoint.AnswerAsync(http);
}
