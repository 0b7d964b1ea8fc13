using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>An HTTPS server on loopback whose certificate a private authority made; it answers every request alike, and counts connections.</summary>
internal sealed class TlsServer : IDisposable
{
    private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TcpListener listener;
    private readonly byte[] answer;
    private int connections;

    internal TlsServer(string host, IPAddress? address = null, int port = 0, string body = "{}", string? purpose = null)
    {
        Root = Certify("CN=Private root", null);
        Authority = Certify("CN=Private authority", Root);
        Leaf = Issue(host, purpose);
        answer = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        listener = new(address ?? IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = RunAsync();
    }

    /// <summary>The root, which the server does not send.</summary>
    internal X509Certificate2 Root { get; }

    internal X509Certificate2 Authority { get; }

    internal X509Certificate2 Leaf { get; }

    internal int Port { get; }

    internal int Connections => Volatile.Read(ref connections);

    internal string Url(string host = "login.example.test") => $"https://{host}:{Port}";

    internal string Thumbprint => Authority.GetCertHashString(HashAlgorithmName.SHA1).ToLowerInvariant();

    public void Dispose()
    {
        listener.Dispose();
        Leaf.Dispose();
        Authority.Dispose();
        Root.Dispose();
    }

    private static X509Certificate2 Certify(string name, X509Certificate2? by)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 1, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (by is null)
        {
            return request.CreateSelfSigned(First, Last);
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(by, true, false));
        using var made = request.Create(by, First, Last, [9, 9]);
        return made.CopyWithPrivateKey(key);
    }

    private X509Certificate2 Issue(string host, string? purpose)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Authority, true, false));
        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(purpose)], critical: false));
        }

        using var made = request.Create(Authority, First, Last, [1, 2, 3, 4]);
        using var whole = made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private async Task RunAsync()
    {
        // The authority goes along, as servers send their chain.
        var context = SslStreamCertificateContext.Create(Leaf, [Authority], offline: true);
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref connections);
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context });
                if (await stream.ReadAsync(new byte[4096]) > 0)
                {
                    await stream.WriteAsync(answer);
                }
            }
            catch (Exception gone) when (gone is IOException or AuthenticationException)
            {
                // That client went away, or did not like us.
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
