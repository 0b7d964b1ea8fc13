using System.Text;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>Whatever arrives is answered: nothing throws, nothing passes unsigned, and no answer tells a secret.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Alphabet =
    [
        "", "\0", " ", "\t", "\r\n", "%", "%zz", "%00", "%F", "&", "=", "?", "/", "//", "..", ",", ";", "'", "\"", "*", "+", "é", "\uD800", "🙂", "\uFFFF", "0", "9999999999",
        "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256", "AWS4-", "Credential=", "SignedHeaders=", "Signature=", "X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Date=",
        "X-Amz-Expires=-1", "X-Amz-Security-Token=", "host", ":authority", "aws4_request", "20260115T120000Z", new('x', 5000), new(';', 200), new('/', 300), new('&', 5000),
    ];

    [Theory]
    [InlineData(SignatureStyle.Query)]
    [InlineData(SignatureStyle.Json)]
    [InlineData(SignatureStyle.Rest)]
    public void Nothing_that_arrives_makes_it_throw(SignatureStyle style)
    {
        var random = new Random(20260115);
        var seeds = (OutgoingRequest[])[Sign(Unsigned, Temporary), Presign(UnsignedGet, Temporary), Signed, Presigned,
            new Signer(Credentials, "*", "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Sign(Unsigned, Now).Request, Sign(Unsigned.With("X-Amz-Target", "A.B"))];
        var refused = 0;
        for (var round = 0; round < 5000; round++)
        {
            var request = seeds[random.Next(seeds.Length)];
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                request = Spoil(request, random);
            }

            var fault = Answer(request, style);
            refused += fault is null ? 0 : 1;
            if (fault is not null)
            {
                Assert.NotEmpty(fault.Code);
                Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
                Assert.True(fault.Message.Length < 2000);
            }
        }

        // Some changes touch only what is not signed; the most do not.
        Assert.InRange(refused, 4300, 5000);
    }

    [Fact]
    public void A_missing_target_escape_or_form_is_malformed_AU_102()
    {
        foreach (var target in (string[])["*", "", "a", "example.com:443", "://x/", "http://", "http:///x", "/%", "/%2", "/%2g", "/?a=%", "/%zz?a", "h ttp://a/"])
        {
            Assert.Equal(FaultKind.Malformed, Answer(Signed with { Target = target })?.Kind);
        }

        Assert.Null(Answer(Signed with { Target = "http://anywhere/" }));
        Assert.Null(Answer(Signed with { Target = "http://anywhere" }));
        Assert.Null(Answer(Presigned with { Target = "https://anywhere:1" + Presigned.Target }));
        Assert.Null(Answer(Presigned with { Target = "https://anywhere" + Presigned.Target[1..] }));
    }

    // AU-123: what is routed is what is signed.
    [Theory]
    [InlineData("/", "")]
    [InlineData("/a/b", "a|b")]
    [InlineData("//a/./b/", "a|b")]
    [InlineData("/a/../b/..", "")]
    [InlineData("/../../a", "a")]
    [InlineData("/a%2Fb/%2e%2e/c%20d+e?f/g", "a/b|..|c d+e")]
    [InlineData("/%C3%A9/%ff", "é|\uFFFD")]
    [InlineData("http://host/a", "a")]
    public void Segments_are_those_that_are_signed(string target, string segments)
    {
        Assert.True(RequestTarget.TryParse(target, out var parts));
        Assert.Equal(segments, string.Join('|', parts.Segments()));
    }

    [Fact]
    public void Sorting_many_parameters_takes_no_square_time()
    {
        // 4096 parameters in the worst orders; a square sort of these would run for many seconds in this loop.
        foreach (var order in (Func<int, int>[])[index => index, index => -index, index => index % 2, _ => 0, index => index * 7919 % 4096])
        {
            var pieces = Enumerable.Range(0, 4096).OrderBy(order).Select(index => $"parameter-with-a-long-name-{order(index)}={index}");
            var request = Unsigned with { Target = "/?" + string.Join('&', pieces) };

            Assert.Null(Answer(Sign(request)));
        }
    }

    private static OutgoingRequest Spoil(OutgoingRequest request, Random random)
    {
        switch (random.Next(6))
        {
            case 0: return request with { Target = SpoilText(request.Target, random) };
            case 1: return request with { Method = SpoilText(request.Method, random) };
            case 2: return request with { Body = Encoding.UTF8.GetBytes(SpoilText(Encoding.UTF8.GetString(request.Body.Span), random)) };
            case 3 when request.Headers.Length > 0: return request with { Headers = request.Headers.RemoveAt(random.Next(request.Headers.Length)) };
            case 4 when request.Headers.Length > 0: return request with { Headers = request.Headers.Add(request.Headers[random.Next(request.Headers.Length)]) };
            default:
                if (request.Headers.Length == 0)
                {
                    return request.With("Authorization", SpoilText("", random));
                }

                var index = random.Next(request.Headers.Length);
                var (name, value) = request.Headers[index];
                return request with { Headers = request.Headers.SetItem(index, new(name, SpoilText(value, random))) };
        }
    }

    private static string SpoilText(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        var to = Math.Min(text.Length, from + random.Next(4));
        return text[..from] + Alphabet[random.Next(Alphabet.Length)] + text[to..];
    }
}
