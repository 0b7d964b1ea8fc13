using System.Numerics;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>Keys: derivation, the form of signatures, and silence about what they hold (AU-8, AU-133, AU-146, AU-160 to AU-163).</summary>
public sealed class KeyTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("text");
    private static readonly string Order = Convert.ToHexStringLower(EcdsaKeyDerivation.Order);

    private readonly SigningKey key = SigningKey.Derive(Encoding.UTF8.GetBytes(Given.Secret), "20260115", "us-east-1", "sts");

    [Fact]
    public void A_signature_is_64_digits_of_lower_case_hex_AU_146()
    {
        var good = key.Sign(Text);

        Assert.True(key.Fits(Text, good));
        foreach (var bad in (string[])[good.ToUpperInvariant(), good[..63], good + "0", good[..62], " " + good[1..], "", new('0', 64), good[..63] + "g", good[..63] + "０"])
        {
            Assert.False(key.Fits(Text, bad), bad);
        }
    }

    [Fact]
    public void Every_digit_of_a_signature_counts_AU_146()
    {
        var good = key.Sign(Text);
        for (var index = 0; index < good.Length; index++)
        {
            Assert.False(key.Fits(Text, good[..index] + (good[index] == '0' ? '1' : '0') + good[(index + 1)..]));
        }
    }

    [Fact]
    public async Task Many_threads_share_a_key()
    {
        var texts = Enumerable.Range(0, 64).Select(index => new byte[index * 3]).ToArray();
        var expected = texts.Select(text => SigningKey.Derive(Encoding.UTF8.GetBytes(Given.Secret), "20260115", "us-east-1", "sts").Sign(text)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var index = 0; index < 8_000; index++)
            {
                var one = (index + (worker * 7)) % texts.Length;
                Assert.True(key.Fits(texts[one], expected[one]));
                Assert.False(key.Fits(texts[one], expected[(one + 1) % texts.Length]));
            }
        })));
    }

    [Theory]
    [InlineData("3006020101020101", true)]
    [InlineData("3006020101020101" + "00", false)]
    [InlineData("3006020100020101", false)]
    [InlineData("3006020101020100", false)]
    [InlineData("300702020001020101", false)]
    [InlineData("3006020181020101", false)]
    [InlineData("30070202008102" + "0101", true)]
    [InlineData("3007020101020101", false)]
    [InlineData("308106020101020101", false)]
    [InlineData("3106020101020101", false)]
    [InlineData("3006030101020101", false)]
    [InlineData("30050201010201", false)]
    [InlineData("3003020101", false)]
    [InlineData("300402000200", false)]
    [InlineData("3000", false)]
    [InlineData("30", false)]
    [InlineData("3", false)]
    [InlineData("", false)]
    [InlineData("3006020101020101 ", false)]
    [InlineData("300602010102010A", false)]
    public void A_4a_signature_is_strict_DER_AU_163(string text, bool taken)
    {
        Span<byte> numbers = stackalloc byte[EcdsaSignature.Size];
        Assert.Equal(taken, EcdsaSignature.TryRead(text, numbers));
    }

    [Fact]
    public void Both_numbers_of_a_4a_signature_are_below_the_order_AU_163()
    {
        var most = Convert.ToHexStringLower((Number(Order) - 1).ToByteArray(isUnsigned: true, isBigEndian: true));
        Span<byte> numbers = stackalloc byte[EcdsaSignature.Size];

        Assert.True(EcdsaSignature.TryRead($"3046022100{most}022100{most}", numbers));
        Assert.False(EcdsaSignature.TryRead($"3046022100{Order}022100{most}", numbers));
        Assert.False(EcdsaSignature.TryRead($"3046022100{most}022100{Order}", numbers));
        Assert.False(EcdsaSignature.TryRead($"30480222000{most[1..]}00022100{most}", numbers));
        Assert.False(EcdsaSignature.TryRead(new string('0', 146), numbers));
    }

    [Fact]
    public void A_scalar_is_made_of_k_up_to_the_order_less_two_AU_161()
    {
        var order = Number(Order);
        foreach (var (k, taken) in ((BigInteger, bool)[])[(0, true), (255, true), (order - 3, true), (order - 2, true), (order - 1, false), (order, false), (BigInteger.Pow(2, 256) - 1, false)])
        {
            var bytes = new byte[32];
            var big = k.ToByteArray(isUnsigned: true, isBigEndian: true);
            big.CopyTo(bytes, 32 - big.Length);

            Assert.Equal(taken, EcdsaKeyDerivation.TryMakeScalar(bytes));
            if (taken)
            {
                Assert.Equal(k + 1, new BigInteger(bytes, isUnsigned: true, isBigEndian: true));
            }
        }
    }

    [Fact]
    public void A_4a_signature_of_another_text_or_key_does_not_fit()
    {
        var secret = Encoding.UTF8.GetBytes(Given.Secret);
        var publicKey = EcdsaPublicKey.Derive(secret, Given.KeyId);
        var signature = new Signer(Given.Credentials, "*", "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.SignText(Text, "20260115");

        Assert.True(publicKey.Fits(Text, signature));
        Assert.False(publicKey.Fits(Encoding.UTF8.GetBytes("texT"), signature));
        Assert.False(publicKey.Fits(Text, signature.ToUpperInvariant()));
        Assert.False(EcdsaPublicKey.Derive(secret, Given.TemporaryKeyId).Fits(Text, signature));
    }

    [Fact]
    public void A_key_of_one_algorithm_never_judges_the_other()
    {
        var request = Given.Signed.AsIncoming();
        Assert.True(SignatureReader.TryRead(request, SignatureStyle.Query, SignatureRules.Default, Given.Now, out var signature, out _));
        var wrong = EcdsaPublicKey.Derive(Encoding.UTF8.GetBytes(Given.Secret), Given.KeyId);

        Assert.Throws<InvalidOperationException>(() => SignatureVerifier.Verify(signature, wrong, request, new byte[32]));
        Assert.Throws<ArgumentException>(() => SignatureVerifier.Verify(signature, key, request, new byte[31]));
    }

    [Fact]
    public void Nothing_that_holds_a_secret_shows_it_AU_8()
    {
        var request = Given.Sign(Given.Unsigned, Given.Temporary);
        Assert.True(SignatureReader.TryRead(request.AsIncoming(), SignatureStyle.Query, SignatureRules.Default, Given.Now, out var signature, out _));
        var signed = new Signer(Given.Temporary, "us-east-1", "sts").Presign(Given.UnsignedGet, Given.Now, TimeSpan.FromHours(1));

        Assert.Equal("***", key.ToString());
        Assert.Equal("***", EcdsaPublicKey.Derive(Text, "A").ToString());
        Assert.Equal("***", Given.Temporary.ToString());
        Assert.Equal($"{Given.TemporaryKeyId}/{Given.Scope}", signature.ToString());
        Assert.Equal("GET /", signed.ToString());
        Assert.DoesNotContain(Given.Token, signed.Request.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(signed.Signature, signed.Request.ToString(), StringComparison.Ordinal);
    }

    private static BigInteger Number(string hex) => new(Convert.FromHexString(hex), isUnsigned: true, isBigEndian: true);
}
