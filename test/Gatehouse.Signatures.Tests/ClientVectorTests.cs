using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>Requests as clients really send them (AU-101, AU-121 to AU-127, AU-141): every one is taken.</summary>
public sealed class ClientVectorTests
{
    public static TheoryData<ClientCase> Clients => [.. VectorFiles.Clients];

    [Fact]
    public void The_list_is_whole() => Assert.Equal(25, VectorFiles.Clients.Count);

    [Theory, MemberData(nameof(Clients), DisableDiscoveryEnumeration = true)]
    public void A_clients_request_verifies(ClientCase given)
    {
        var request = given.Request.AsIncoming();
        var style = given.S3 ? SignatureStyle.S3 : SignatureStyle.Query;
        Assert.True(SignatureReader.TryRead(request, style, SignatureRules.Default, VectorFiles.ClientClock, out var signature, out var fault), fault?.Message);
        Assert.Null(SignatureVerifier.CheckScope(signature, given.Service, SignatureRules.Default));

        Assert.Equal(given.Form, signature.Form);
        Assert.Equal((given.AccessKeyId, given.Region, given.Service), (signature.AccessKeyId.ToString(), signature.Region.ToString(), signature.Service.ToString()));
        Assert.Equal(given.Token, signature.SessionToken);
        var payload = Encoding.ASCII.GetBytes(PayloadOf(given));
        var echo = SignatureVerifier.Explain(signature, request, payload, hideToken: false)!;
        Assert.Equal((given.CanonicalRequest, given.StringToSign), (echo.CanonicalRequest, echo.StringToSign));
        var key = VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(given.Secret));
        Assert.True(SignatureVerifier.Fits(signature, key, request, payload));
        Assert.Equal(given.Signature, signature.Given.ToString());
    }

    private static string PayloadOf(ClientCase given) => given.S3
        ? new HeaderList(given.Request.Headers).Get("x-amz-content-sha256", 0) ?? "UNSIGNED-PAYLOAD"
        : Convert.ToHexStringLower(SHA256.HashData(given.Request.Body.Span));
}
