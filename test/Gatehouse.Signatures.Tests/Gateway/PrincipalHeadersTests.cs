namespace Gatehouse.Signatures.Tests.Gateway;

/// <summary>What an upstream hears of the principal [AU-149].</summary>
public sealed class PrincipalHeadersTests
{
    private readonly PrincipalHeaders headers = new("X-Gatehouse-");

    [Theory]
    [InlineData("X-Gatehouse-Principal-Arn")]
    [InlineData("x-gatehouse-principal-arn")]
    [InlineData("X_GATEHOUSE_PRINCIPAL_ARN")]
    [InlineData("x-Gatehouse_anything")]
    [InlineData(" X-Gatehouse-Account")]
    public void What_came_under_the_prefix_is_gone_whoever_was_verified(string forged)
    {
        var inbound = new[] { KeyValuePair.Create("Host", "h"), KeyValuePair.Create(forged, "arn:aws:iam::111122223333:root") };

        Assert.Equal([KeyValuePair.Create("Host", "h")], headers.Replace(inbound));
        Assert.Equal(
            [KeyValuePair.Create("Host", "h"), KeyValuePair.Create("X-Gatehouse-Principal-Arn", "arn:aws:iam::111122223333:user/ana")],
            headers.Replace(inbound, KeyValuePair.Create("Principal-Arn", "arn:aws:iam::111122223333:user/ana")));
    }

    [Fact]
    public void An_upstream_that_needs_a_signature_gets_one_by_the_gateway_s_own_key()
    {
        var came = Given.Sign(Given.Unsigned with { Headers = [.. Given.Unsigned.Headers, new("X-Gatehouse-Principal-Arn", "forged")] });
        Assert.Null(Given.Answer(came));

        var passed = headers.Replace(came.Headers.Where(static header => header.Key is not ("Authorization" or "X-Amz-Date")), KeyValuePair.Create("Principal-Arn", "arn:aws:iam::111122223333:user/ana"));
        var anew = Given.Sign(came with { Headers = [.. passed] }, new SigningCredentials(Given.KeyId, "the gateway's own secret"));

        Assert.Null(Given.Answer(anew, secret: "the gateway's own secret"));
        Assert.Equal("arn:aws:iam::111122223333:user/ana", anew.Header("X-Gatehouse-Principal-Arn"));
        Assert.Contains("x-gatehouse-principal-arn", anew.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_headers_pass_as_they_came()
    {
        var inbound = new[] { KeyValuePair.Create("X-Gatehous", "a"), KeyValuePair.Create("Accept", "b"), KeyValuePair.Create("Accept", "c") };

        Assert.Equal(inbound, headers.Replace(inbound));
    }

    [Theory]
    [InlineData("Principal-Arn", "a\r\nX-Admin: yes")]
    [InlineData("Principal-Arn", "zoë")]
    [InlineData("Principal Arn", "a")]
    [InlineData("", "a")]
    public void Nothing_that_would_be_another_header_is_written(string name, string value) =>
        Assert.Throws<ArgumentException>(() => headers.Replace([], KeyValuePair.Create(name, value)));

    [Theory]
    [InlineData("")]
    [InlineData("X-Gatehouse")]
    [InlineData("X Gatehouse-")]
    [InlineData("-x-")]
    [InlineData("X_Gatehouse-")]
    public void A_prefix_is_a_name_with_a_dash_at_its_end(string prefix) => Assert.Throws<ArgumentException>(() => new PrincipalHeaders(prefix));
}
