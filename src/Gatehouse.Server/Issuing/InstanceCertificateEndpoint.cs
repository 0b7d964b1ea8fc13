using System.Text;
using Gatehouse.Accounts;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Issuing;

/// <summary>Shows the certificate by which instance identity documents are verified, to anyone and without a signature [AU-810].</summary>
internal sealed class InstanceCertificateEndpoint(Installation installation)
{
    /// <summary>Where it is.</summary>
    internal const string Path = "/instance-identity/certificate";

    /// <summary>Whether a request is for it; any other is for the pipeline.</summary>
    internal static bool Takes(HttpRequest request) => request.Path.Value is { Length: 30 } path && path == Path && request.Method is "GET" or "HEAD";

    /// <summary>Answers a request for it; 404 where no metadata service was ever offered.</summary>
    internal async Task AnswerAsync(HttpContext http)
    {
        if (installation.Secrets.InstanceIdentityCertificate is not { } certificate)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = Encoding.ASCII.GetBytes(certificate);
        http.Response.ContentType = "application/x-pem-file";
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
