using System.Net;
using System.Text.Json;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>What an account publishes as an issuer of tokens [AU-325].</summary>
public sealed class IssuerTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Discovery_leads_to_the_keys_and_outlives_the_feature()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/issuer/111122223333/.well-known/openid-configuration")).Status);
        var issuer = (await server.QueryAsync("iam", "EnableOutboundWebIdentityFederation"))["IssuerIdentifier"]!;
        Assert.EndsWith($":{server.Endpoint.Port}/issuer/111122223333", issuer, StringComparison.Ordinal);

        var document = JsonDocument.Parse((await GetAsync(new Uri(issuer).AbsolutePath + "/.well-known/openid-configuration")).Body).RootElement;
        Assert.Equal(issuer, document.GetProperty("issuer").GetString());
        Assert.Equal(issuer + "/.well-known/jwks.json", document.GetProperty("jwks_uri").GetString());
        Assert.Equal("RSA EC", string.Join(' ', await KindsAsync(issuer)));

        await server.QueryAsync("iam", "DisableOutboundWebIdentityFederation");
        Assert.Equal("FeatureDisabled", (await server.QueryAsync("iam", "GetOutboundWebIdentityFederationInfo")).Code);
        Assert.Equal(2, (await KindsAsync(issuer)).Count);
    }

    [Theory]
    [InlineData("/issuer/")]
    [InlineData("/issuer/111122223333")]
    [InlineData("/issuer/111122223333/.well-known/other")]
    [InlineData("/issuer/999999999999/.well-known/jwks.json")]
    [InlineData("/issuer/../../etc/pass/.well-known/jwks.json")]
    [InlineData("/issuer/%2e%2e%2f%2e%2e%2fx/.well-known/jwks.json")]
    public async Task Knows_no_other_documents(string path) => Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(path)).Status);

    private async Task<List<string>> KindsAsync(string issuer) =>
        [.. JsonDocument.Parse((await GetAsync(new Uri(issuer).AbsolutePath + "/.well-known/jwks.json")).Body).RootElement.GetProperty("keys").EnumerateArray()
            .Select(key => key.GetProperty("kty").GetString()!)];

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await server.Client.GetAsync(new Uri(server.Endpoint, path), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
