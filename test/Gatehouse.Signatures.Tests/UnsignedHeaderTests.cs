using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>What clients leave unsigned, for proxies change it, does not matter [AU-131].</summary>
public sealed class UnsignedHeaderTests
{
    [Theory]
    [InlineData("Connection")]
    [InlineData("Expect")]
    [InlineData("Keep-Alive")]
    [InlineData("Proxy-Connection")]
    [InlineData("Proxy-Authorization")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Upgrade")]
    [InlineData("User-Agent")]
    [InlineData("X-Amzn-Trace-Id")]
    [InlineData("Accept-Encoding")]
    [InlineData("Content-Length")]
    [InlineData("Amz-Sdk-Invocation-Id")]
    [InlineData("Amz-Sdk-Request")]
    public void It_may_come_change_or_go(string name)
    {
        Assert.Null(Answer(Signed.With(name, "a")));
        var sent = Sign(Unsigned.With(name, "a"));
        if (name is not "Content-Length")
        {
            Assert.DoesNotContain(name.ToLowerInvariant(), sent.Header("Authorization").Split("SignedHeaders=")[1].Split(',')[0].Split(';'));
            Assert.Null(Answer(sent.Set(name, "b")));
            Assert.Null(Answer(sent.Without(name)));
        }
    }
}
