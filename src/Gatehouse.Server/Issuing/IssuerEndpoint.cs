using Gatehouse.Accounts;
using Gatehouse.Accounts.Issuing;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Issuing;

/// <summary>Answers what an account publishes as an issuer of tokens, to anyone and without a signature [AU-325].</summary>
internal sealed class IssuerEndpoint(Installation installation)
{
    private const int AccountLength = 12;

    // Whoever caches longer may miss a key that is about to sign: a new one waits for a day.
    private const string Caching = "public, max-age=3600";

    /// <summary>Whether a request is for an issuer; any other is for the pipeline.</summary>
    internal static bool Takes(HttpRequest request) =>
        request.Path.Value is { Length: > 8 } path && path.StartsWith(PublicAddress.IssuerPath, StringComparison.Ordinal) && request.Method is "GET" or "HEAD";

    /// <summary>Answers a request for an issuer.</summary>
    internal async Task AnswerAsync(HttpContext http)
    {
        var rest = http.Request.Path.Value![PublicAddress.IssuerPath.Length..];
        var body = rest.Length > AccountLength ? await FindAsync(rest[..AccountLength], rest[AccountLength..], http.RequestAborted) : null;
        if (body is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = Caching;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private async ValueTask<byte[]?> FindAsync(string account, string document, CancellationToken cancel)
    {
        if (document is not (IssuerDocuments.Discovery or IssuerDocuments.Keys)
            || (await installation.Accounts.FindAsync(account, cancel))?.Current.TokenIssuer is not { } issuer)
        {
            return null;
        }

        return document == IssuerDocuments.Discovery
            ? IssuerDocuments.DiscoveryOf(installation.Address.IssuerOf(account))
            : IssuerDocuments.KeysOf(issuer, installation.Clock.GetUtcNow());
    }
}
