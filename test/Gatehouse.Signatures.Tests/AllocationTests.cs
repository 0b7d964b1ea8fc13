using System.Security.Cryptography;
using System.Text;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>The allocation half of the benchmark's budget: a good request of the header form costs the collector nothing.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_header_request_is_read_and_verified_without_allocating(bool temporary)
    {
        var request = Sign(Unsigned.With("X-Amz-User-Agent", "a  client"), temporary ? Temporary : Credentials);
        Assert.Equal(0, BytesOf(request));
    }

    // The query form decodes: one string each for what comes encoded, here the credential, the signed headers and the session token.
    [Fact]
    public void A_presigned_request_allocates_only_what_it_decodes() => Assert.InRange(BytesOf(Presign(UnsignedGet, Temporary)), 0, 1000);

    private static long BytesOf(OutgoingRequest request)
    {
        var cache = new SigningKeyCache<object>();
        var incoming = request.AsIncoming();
        Assert.True(SignatureReader.TryRead(incoming, SignatureStyle.Query, SignatureRules.Default, Now, out var first, out _));
        cache.Set(first, Now, VerificationKey.Derive(first, Encoding.UTF8.GetBytes(Secret)), cache);
        var hash = SHA256.HashData(request.Body.Span);
        var least = long.MaxValue;
        for (var round = 0; round < 200; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var good = SignatureReader.TryRead(incoming, SignatureStyle.Query, SignatureRules.Default, Now, out var signature, out _)
                && SignatureVerifier.CheckScope(signature, "sts", SignatureRules.Default) is null
                && SignatureVerifier.CheckToken(signature) is null
                && cache.TryGet(signature, Now, out var key, out _)
                && SignatureVerifier.Verify(signature, key, incoming, hash) is null;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(good);
        }

        return least;
    }
}
