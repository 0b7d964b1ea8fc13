using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Gatehouse.Signatures;

namespace Gatehouse.Bench;

/// <summary>
/// What a signature adds to a request. Budget: a GetCallerIdentity of the header form, read and verified with a cached key,
/// twice its floor (one SHA-256 and one HMAC) and no allocation.
/// </summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private readonly SigningKeyCache<object> cache = new();
    private readonly byte[] key = new byte[32];
    private readonly byte[] output = new byte[32];
    private readonly byte[] text = new byte[350];
    private IncomingRequest<HeaderList> header;
    private IncomingRequest<HeaderList> presigned;
    private IncomingRequest<HeaderList> asymmetric;
    private Signature signature;
    private Signature asymmetricSignature;
    private VerificationKey signingKey = null!;
    private VerificationKey publicKey = null!;
    private byte[] bodyHash = null!;
    private byte[] emptyHash = null!;
    private OutgoingRequest unsigned = null!;
    private Signer signer = null!;

    [GlobalSetup]
    public void Sign()
    {
        unsigned = new()
        {
            Method = "POST",
            Target = "/",
            Headers = [new("Host", "sts.example.com"), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), new("User-Agent", "client")],
            Body = "Action=GetCallerIdentity&Version=2011-06-15"u8.ToArray(),
        };
        var get = new OutgoingRequest { Method = "GET", Target = "/?Action=GetCallerIdentity&Version=2011-06-15", Headers = [new("Host", "sts.example.com")] };
        var credentials = new SigningCredentials("AKIARZPUZDIKGATEHOUS", Encoding.UTF8.GetString(Secret));
        signer = new(credentials, "us-east-1", "sts");
        bodyHash = SHA256.HashData(unsigned.Body.Span);
        emptyHash = SHA256.HashData([]);
        header = Incoming(signer.Sign(unsigned, Now).Request);
        presigned = Incoming(signer.Presign(get, Now, TimeSpan.FromMinutes(1)).Request);
        asymmetric = Incoming(new Signer(credentials, "*", "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Sign(unsigned, Now).Request);
        (signature, signingKey) = Learn(header);
        (asymmetricSignature, publicKey) = Learn(asymmetric);
        if (!ReadAndVerifyHeader() || !ReadAndVerifyPresigned() || VerifyAsymmetric() is not null)
        {
            throw new InvalidOperationException("The benchmark's own requests do not verify.");
        }
    }

    [Benchmark]
    public byte[] FloorSha256()
    {
        SHA256.HashData(text, output);
        return output;
    }

    [Benchmark]
    public byte[] FloorHmac()
    {
        HMACSHA256.HashData(key, text.AsSpan(0, 135), output);
        return output;
    }

    [Benchmark(Baseline = true)]
    public bool ReadAndVerifyHeader() => ReadAndVerify(header, bodyHash);

    [Benchmark]
    public bool ReadAndVerifyPresigned() => ReadAndVerify(presigned, emptyHash);

    [Benchmark]
    public bool ReadHeader() => SignatureReader.TryRead(header, SignatureStyle.Query, SignatureRules.Default, Now, out _, out _);

    [Benchmark]
    public SignatureFault? VerifyHeader() => SignatureVerifier.Verify(signature, signingKey, header, bodyHash);

    [Benchmark]
    public bool FindCachedKey() => cache.TryGet(signature, Now, out _, out _);

    [Benchmark]
    public VerificationKey DeriveKey() => VerificationKey.Derive(signature, Secret);

    [Benchmark]
    public VerificationKey DeriveAsymmetricKey() => VerificationKey.Derive(asymmetricSignature, Secret);

    [Benchmark]
    public SignatureFault? VerifyAsymmetric() => SignatureVerifier.Verify(asymmetricSignature, publicKey, asymmetric, bodyHash);

    [Benchmark]
    public SignedRequest SignHeader() => signer.Sign(unsigned, Now);

    private static IncomingRequest<HeaderList> Incoming(OutgoingRequest request) => new(request.Method, request.Target, new(request.Headers));

    private (Signature Signature, VerificationKey Key) Learn(IncomingRequest<HeaderList> request)
    {
        if (!SignatureReader.TryRead(request, SignatureStyle.Query, SignatureRules.Default, Now, out var read, out var fault))
        {
            throw new InvalidOperationException(fault.Message);
        }

        var derived = VerificationKey.Derive(read, Secret);
        cache.Set(read, Now, derived, this);
        return (read, derived);
    }

    private bool ReadAndVerify(in IncomingRequest<HeaderList> request, byte[] hash) =>
        SignatureReader.TryRead(request, SignatureStyle.Query, SignatureRules.Default, Now, out var read, out _)
        && SignatureVerifier.CheckScope(read, "sts", SignatureRules.Default) is null
        && SignatureVerifier.CheckToken(read) is null
        && cache.TryGet(read, Now, out var found, out _)
        && SignatureVerifier.Verify(read, found, request, hash) is null;
}
