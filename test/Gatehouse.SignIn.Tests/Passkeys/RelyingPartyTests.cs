using Gatehouse.Accounts;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>Rule AU-620: passkeys belong to the public address, where browsers have passkeys at all.</summary>
public sealed class RelyingPartyTests
{
    [Theory]
    [InlineData("https://iam.example.com", "iam.example.com", "https://iam.example.com")]
    [InlineData("https://IAM.example.com:443/", "iam.example.com", "https://iam.example.com")]
    [InlineData("https://iam.example.com:8443", "iam.example.com", "https://iam.example.com:8443")]
    [InlineData("https://bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example")]
    [InlineData("http://localhost:4566", "localhost", "http://localhost:4566")]
    [InlineData("http://iam.localhost", "iam.localhost", "http://iam.localhost")]
    public void The_host_is_the_party_and_the_address_the_origin(string address, string id, string origin)
    {
        var party = RelyingParty.Of(new() { Url = address });

        Assert.Equal((id, origin), (party?.Id, party?.Origin));
    }

    [Theory]
    [InlineData("http://iam.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("https://192.0.2.1")]
    [InlineData("https://[2001:db8::1]")]
    [InlineData("ftp://localhost")]
    [InlineData("localhost")]
    public void Where_browsers_have_no_passkeys_there_is_no_party(string address) => Assert.Null(RelyingParty.Of(new PublicAddress { Url = address }));
}
