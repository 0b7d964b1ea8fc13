using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>Asks issuers for documents over the network, and lets nobody use that to reach what is not public [AU-409].</summary>
/// <remarks>
/// A host is resolved once and the checked address is the one connected to. Each fetch has a connection of its own, so that
/// what one provider's thumbprints vouch for serves no other provider.
/// </remarks>
/// <param name="rules">What the operator allows.</param>
/// <param name="resolve">Finds the addresses of a host; the system's resolver when it is not given.</param>
internal sealed class GuardedFetch(FederationRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) : IFetch
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly HostTurns hosts = new();

    public async ValueTask<Fetched> GetAsync(string issuer, Uri url, IReadOnlyList<string> thumbprints, CancellationToken cancel)
    {
        // What the operator allows for an issuer holds for its own host and port, not for wherever its documents point.
        var named = rules.Names(issuer) && new Uri(issuer) is var own && own.Host == url.Host && own.Port == url.Port;
        if (url.Scheme != "https" && !(named && url.Scheme == "http"))
        {
            throw Unreachable();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        var certificates = new IssuerCertificates(thumbprints, rules.ExtraRoots);
        try
        {
            using var turn = await hosts.EnterAsync(url.Authority, limit.Token);
            return await GetAsync(url, named, certificates, limit.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or IOException or SocketException)
        {
            throw certificates.Refused
                ? new ProofException(ProofFault.Invalid, "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint")
                : Unreachable();
        }
    }

    public async ValueTask<string?> FindThumbprintAsync(string issuer, CancellationToken cancel)
    {
        var url = new Uri(issuer);
        if (url.Scheme != "https")
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            var certificates = new SentCertificates();
            await using var stream = new SslStream(await ConnectAsync(new(url.Host, url.Port), rules.Names(issuer), limit.Token));
            await stream.AuthenticateAsClientAsync(
                new()
                {
                    TargetHost = url.Host,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,

                    // Nothing is believed for it: what is read here is what later stands for trust, as the operator may check.
#pragma warning disable MA0039
                    RemoteCertificateValidationCallback = (_, certificate, chain, _) => certificates.Note(certificate, chain),
#pragma warning restore MA0039
                },
                limit.Token);
            return certificates.Thumbprint;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failed) when (failed is OperationCanceledException or IOException or SocketException or AuthenticationException)
        {
            return null;
        }
    }

    private static ProofException Unreachable() => new(ProofFault.Unreachable, "The identity provider could not be reached.");

    private async ValueTask<Fetched> GetAsync(Uri url, bool named, IssuerCertificates certificates, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, named, stop),
            SslOptions = new()
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,

                // Takes what the framework takes; what it adds are the provider's thumbprints, of which the framework knows nothing.
#pragma warning disable MA0039
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) => certificates.Accept(certificate, chain, errors),
#pragma warning restore MA0039
            },
        };
        using var client = new HttpClient(handler, disposeHandler: false) { MaxResponseContentBufferSize = MostBytes, Timeout = Longest };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        return response.StatusCode == HttpStatusCode.OK
            ? new(await response.Content.ReadAsByteArrayAsync(cancel), response.Headers.CacheControl?.MaxAge)
            : throw Unreachable();
    }

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool named, CancellationToken cancel)
    {
        // INVARIANT: asked once. The name may mean another address a moment later; what was checked is what is connected to.
        var addresses = await (resolve ?? Dns.GetHostAddressesAsync)(host.Host, cancel);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => named || PublicAddresses.Contains(address) || IsAllowed(address)))
        {
            throw new SocketException((int)SocketError.HostUnreachable);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return rules.AllowedNetworks.Any(network => network.Contains(plain));
    }
}
