using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Signs requests as AWS's clients do: in the header form or as presigned URLs, with SigV4 or SigV4A.</summary>
/// <remarks>Keeps the derived key of the day. Safe for many threads.</remarks>
public sealed class Signer
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    // AU-131: what proxies and the client's own stack may change on the way.
    private static readonly FrozenSet<string> NeverSigned = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request", HeaderNames.Authorization, "connection", "expect", "keep-alive",
        "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id");

    private readonly SigningCredentials credentials;
    private readonly string region;
    private readonly string service;
    private DatedKey? lastKey;

    /// <summary>Makes a signer for one service in one region.</summary>
    /// <param name="credentials">Whose signature.</param>
    /// <param name="region">The region of the scope; for SigV4A the region set.</param>
    /// <param name="service">The signing name.</param>
    public Signer(SigningCredentials credentials, string region, string service)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(service);
        this.credentials = credentials;
        this.region = region;
        this.service = service;
    }

    /// <summary>How to sign: with what a secret access key gives; certificates have a <see cref="CertificateSigner"/>.</summary>
    public SignatureAlgorithm Algorithm
    {
        get;
        init => field = value is SignatureAlgorithm.HmacSha256 or SignatureAlgorithm.EcdsaP256Sha256
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A secret access key signs with SigV4 or SigV4A.");
    }

    /// <summary>The family of the service: for S3 the path is signed as sent, and <c>x-amz-content-sha256</c> is always added.</summary>
    public SignatureStyle Style { get; init; }

    /// <summary>Adds <c>x-amz-content-sha256</c> to the header form also where the service does not ask for it.</summary>
    public bool AddPayloadHash { get; init; }

    /// <summary>What stands for the body's hash, such as <c>UNSIGNED-PAYLOAD</c>; null for the hash. S3-style only.</summary>
    public string? Payload { get; init; }

    /// <summary>Signs a payload hash without the header that tells it, as the published suite does for paths signed as sent.</summary>
    internal bool LeavePayloadHeaderOut { get; init; }

    /// <summary>Adds the session token after signing, uncovered, as some services want it.</summary>
    public bool TokenAfterSigning { get; init; }

    /// <summary>Signs in the header form: adds <c>X-Amz-Date</c>, what else is needed, and <c>Authorization</c>.</summary>
    /// <param name="request">The request; it must not be signed yet.</param>
    /// <param name="time">The time to sign for.</param>
    public SignedRequest Sign(OutgoingRequest request, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = credentials.SessionToken;
        var payload = Payload ?? Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
        request = token is not null && !TokenAfterSigning ? request.With("X-Amz-Security-Token", token) : request;
        request = request.With("X-Amz-Date", BasicTime.Write(time));
        request = Algorithm == SignatureAlgorithm.EcdsaP256Sha256 ? request.With("X-Amz-Region-Set", region) : request;
        request = (AddPayloadHash || Style == SignatureStyle.S3) && !LeavePayloadHeaderOut ? request.With(HeaderNames.ContentSha256, payload) : request;
        var signature = Describe(SignatureForm.Header, time, NamesOf(request));
        var signed = Complete(signature, request, payload);
        var value = $"{StringToSign.Name(Algorithm)} Credential={signature.Credential}, SignedHeaders={signature.SignedHeaders}, Signature={signed.Signature}";
        request = token is not null && TokenAfterSigning ? request.With("X-Amz-Security-Token", token) : request;
        return signed with { Request = request.With("Authorization", value) };
    }

    /// <summary>Signs in the query form: adds the parameters of a presigned URL to the target.</summary>
    /// <param name="request">The request; it must not be signed yet.</param>
    /// <param name="time">The time to sign for.</param>
    /// <param name="life">How long S3-style services take the URL; others have a window of their own (AU-141).</param>
    public SignedRequest Presign(OutgoingRequest request, DateTimeOffset time, TimeSpan life)
    {
        ArgumentNullException.ThrowIfNull(request);
        var payload = Payload ?? (Style == SignatureStyle.S3 ? Unsigned : Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
        var signature = Describe(SignatureForm.Query, time, NamesOf(request));
        var target = new StringBuilder(request.Target);
        Add(target, "X-Amz-Algorithm", StringToSign.Name(Algorithm));
        Add(target, "X-Amz-Credential", signature.Credential);
        Add(target, "X-Amz-Date", signature.TimeText);
        Add(target, "X-Amz-SignedHeaders", signature.SignedHeaders);
        Add(target, "X-Amz-Expires", ((long)life.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (credentials.SessionToken is not null && !TokenAfterSigning)
        {
            Add(target, "X-Amz-Security-Token", credentials.SessionToken);
        }

        if (Algorithm == SignatureAlgorithm.EcdsaP256Sha256)
        {
            Add(target, "X-Amz-Region-Set", region);
        }

        var signed = Complete(signature, request with { Target = target.ToString() }, payload);
        if (credentials.SessionToken is not null && TokenAfterSigning)
        {
            Add(target, "X-Amz-Security-Token", credentials.SessionToken);
        }

        Add(target, "X-Amz-Signature", signed.Signature);
        return signed with { Request = request with { Target = target.ToString() } };
    }

    /// <summary>The signature a chunk or trailer follows on: what this signer would put under a text.</summary>
    internal string SignText(ReadOnlySpan<byte> stringToSign, ReadOnlySpan<char> date)
    {
        if (Algorithm == SignatureAlgorithm.HmacSha256)
        {
            var key = lastKey;
            if (key is null || !date.SequenceEqual(key.Date))
            {
                lastKey = key = new(date.ToString(), SigningKey.Derive(credentials.Secret, date, region, service));
            }

            return key.Key.Sign(stringToSign);
        }

        using var pair = EcdsaKeyDerivation.Derive(credentials.Secret, credentials.AccessKeyId);
        return Convert.ToHexStringLower(pair.SignData(stringToSign, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    internal static string NamesOf(OutgoingRequest request) => string.Join(';', request.Headers
        .Select(line => line.Key.ToLowerInvariant())
        .Where(name => !NeverSigned.Contains(name))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    private static void Add(StringBuilder target, string name, ReadOnlySpan<char> value)
    {
        var writer = new ByteWriter(stackalloc byte[256]);
        PercentEncoding.Write(ref writer, value);
        target.Append(Separator(target.ToString())).Append(name).Append('=').Append(Encoding.ASCII.GetString(writer.Written));
        writer.Dispose();
    }

    private static string Separator(string target)
    {
        var mark = target.IndexOf('?');
        return mark < 0 ? "?" : mark == target.Length - 1 || target[^1] == '&' ? "" : "&";
    }

    private Signature Describe(SignatureForm form, DateTimeOffset time, string names)
    {
        var basic = BasicTime.Write(time);
        var credential = Algorithm == SignatureAlgorithm.HmacSha256
            ? $"{credentials.AccessKeyId}/{basic[..8]}/{region}/{service}/aws4_request"
            : $"{credentials.AccessKeyId}/{basic[..8]}/{service}/aws4_request";
        return new()
        {
            Style = Style,
            Form = form,
            Algorithm = Algorithm,
            Time = time,
            BasicTime = basic.AsMemory(),
            CredentialText = credential.AsMemory(),
            SignedHeadersText = names.AsMemory(),
        };
    }

    private SignedRequest Complete(in Signature signature, OutgoingRequest request, string payload)
    {
        var texts = Texts(signature, request, payload);
        return new(request, SignText(Encoding.UTF8.GetBytes(texts.StringToSign), signature.Date), texts.CanonicalRequest, texts.StringToSign);
    }

    /// <summary>The texts that are signed.</summary>
    internal static SignatureEcho Texts(in Signature signature, OutgoingRequest request, string payload)
    {
        var texts = signature.Signs(HeaderNames.Host) || signature.Signs(HeaderNames.Authority)
            ? SignatureVerifier.Explain(signature, request.AsIncoming(), Encoding.UTF8.GetBytes(payload), hideToken: false)
            : null;
        return texts is null
            ? throw new ArgumentException("A request to sign needs a Host header, and a target that is a path with whole escapes.", nameof(request))
            : texts;
    }

    private sealed record DatedKey(string Date, SigningKey Key);
}
