using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Server.Sessions;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Workloads;

/// <summary>Trades a certificate for credentials: the client's side of CreateSession [AU-860].</summary>
internal static class CertificateClient
{
    private const int MostIntermediates = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks for a session.</summary>
    /// <returns>The credentials, as the process that AWS's clients ask for them prints them. A secret.</returns>
    /// <exception cref="ServiceRefusal">A file cannot be used, the server refused, or it could not be reached.</exception>
    internal static async Task<string> AskAsync(CertificateOptions options, TimeProvider clock, CancellationToken cancel)
    {
        using var certificate = Read(options);
        var chain = ReadChain(options.Intermediates);
        try
        {
            var signed = new CertificateSigner(certificate, chain, options.Region ?? RegionOf(options.TrustAnchorArn)).Sign(Compose(options), clock.GetUtcNow()).Request;
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
            using var message = SignedMessages.Of(options.Endpoint, signed);
            using var response = await client.SendAsync(message, cancel);
            var text = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.IsSuccessStatusCode ? Print(text) : throw Refusal((int)response.StatusCode, text);
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ServiceRefusal($"{options.Endpoint.GetLeftPart(UriPartial.Authority)} cannot be reached: {away.Message}");
        }
        finally
        {
            foreach (var one in chain)
            {
                one.Dispose();
            }
        }
    }

    private static OutgoingRequest Compose(CertificateOptions options) => new()
    {
        Method = "POST",
        Target = $"/sessions?profileArn={Uri.EscapeDataString(options.ProfileArn)}&roleArn={Uri.EscapeDataString(options.RoleArn)}&trustAnchorArn={Uri.EscapeDataString(options.TrustAnchorArn)}",
        Headers = [new("Host", options.Endpoint.Authority), new("Content-Type", "application/json")],
        Body = JsonSerializer.SerializeToUtf8Bytes(new(options.Seconds, options.SessionName), CertificateJson.Default.Ask),
    };

    private static X509Certificate2 Read(CertificateOptions options)
    {
        var (certificate, key) = (ReadFile(options.Certificate), ReadFile(options.PrivateKey));
        try
        {
            return X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            throw new ServiceRefusal(
                $"'{options.Certificate}' and '{options.PrivateKey}' are not a certificate and its private key: both must be PEM, the key RSA or of an elliptic curve, and not encrypted.");
        }
    }

    private static IReadOnlyList<X509Certificate2> ReadChain(string? file) => file is null
        ? []
        : PemCertificates.TryRead(ReadFile(file), MostIntermediates) ?? throw new ServiceRefusal($"'{file}' does not hold one to {MostIntermediates} certificates as PEM.");

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ServiceRefusal($"'{file}' cannot be read: {unreadable.Message}");
        }
    }

    private static string RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..]
        ? region
        : throw new ServiceRefusal($"'{arn}' is not the ARN of a trust anchor, and no --region is given.");

    private static string Print(byte[] text)
    {
        try
        {
            using var answer = JsonDocument.Parse(text);
            var given = answer.RootElement.GetProperty("credentialSet")[0].GetProperty("credentials");
            return JsonSerializer.Serialize(
                new(
                    1,
                    given.GetProperty("accessKeyId").GetString()!,
                    given.GetProperty("secretAccessKey").GetString()!,
                    given.GetProperty("sessionToken").GetString()!,
                    given.GetProperty("expiration").GetString()!),
                CertificateJson.Default.Credentials);
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ServiceRefusal("The endpoint does not answer as IAM Roles Anywhere does.");
        }
    }

    private static ServiceRefusal Refusal(int status, byte[] text)
    {
        try
        {
            using var answer = JsonDocument.Parse(text);
            return new($"{answer.RootElement.GetProperty("__type").GetString()}: {answer.RootElement.GetProperty("message").GetString()}");
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new($"The endpoint answered {status}, and not as IAM Roles Anywhere does.");
        }
    }

    /// <summary>What is asked beside the ARNs.</summary>
    internal sealed record Ask(int DurationSeconds, string? RoleSessionName);

    /// <summary>What AWS's clients read from a process.</summary>
    internal sealed record Credentials(int Version, string AccessKeyId, string SecretAccessKey, string SessionToken, string Expiration);
}
