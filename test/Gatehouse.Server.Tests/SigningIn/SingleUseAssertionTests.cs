using System.Net;
using Gatehouse.Sts.Tests.Federation;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Assertions that are good once: STS and the sign-in page share what they remember [AU-507].</summary>
public sealed class SingleUseAssertionTests
{
    private const string Provider = "arn:aws:iam::111122223333:saml-provider/corp";
    private const string Role = "arn:aws:iam::111122223333:role/app";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_STS_took_is_spent_at_the_page_and_the_other_way_around(bool once)
    {
        await using var server = await StartAsync(once);

        var first = Response(server, "_one");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, first)).Status);
        Assert.Equal(once ? "InvalidIdentityToken" : null, (await AskAsync(server, first)).Code);
        Assert.Equal(once ? "Not signed in" : "Signed in", await BringAsync(server, first));

        // The page asks STS itself, with what it has just spent.
        var second = Response(server, "_two");
        Assert.Equal("Signed in", await BringAsync(server, second));
        Assert.Equal("Not signed in", await BringAsync(server, second));
        Assert.Equal(once ? "InvalidIdentityToken" : null, (await AskAsync(server, second)).Code);
    }

    [Fact]
    public async Task Of_STS_and_the_page_at_once_one_takes_it()
    {
        await using var server = await StartAsync(once: true);
        var response = Response(server, "_race");

        var calls = Enumerable.Range(0, 4).Select(async _ => (await AskAsync(server, response)).Status == HttpStatusCode.OK);
        var visits = Enumerable.Range(0, 4).Select(async _ => await BringAsync(server, response) == "Signed in");

        Assert.Single(await Task.WhenAll(calls.Concat(visits)), true);
    }

    private static async Task<ServerFixture> StartAsync(bool once)
    {
        var server = new ServerFixture { Adjust = settings => settings with { Federation = settings.Federation with { SingleUseAssertions = once } } };
        await server.InitializeAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await server.QueryAsync("iam", "CreateSAMLProvider", ("Name", "corp"), ("SAMLMetadataDocument", TestIdentityProvider.Metadata()));
        await server.QueryAsync(
            "iam", "CreateRole", ("RoleName", "app"),
            ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{{Provider}}}"},"Action":"sts:AssumeRoleWithSAML"}}"""));
        return server;
    }

    private static string Response(ServerFixture server, string id) => TestIdentityProvider.Encode(TestIdentityProvider.Sign(
        TestIdentityProvider.Response(server.Clock.GetUtcNow(), $"{Role},{Provider}").Replace("\"_a1\"", $"\"{id}\"", StringComparison.Ordinal), id));

    private static Task<Reply> AskAsync(ServerFixture server, string response) =>
        server.QueryAsync("sts", "AssumeRoleWithSAML", ("RoleArn", Role), ("PrincipalArn", Provider), ("SAMLAssertion", response));

    private static async Task<string> BringAsync(ServerFixture server, string response)
    {
        using var browser = new Browser(server.Endpoint);
        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", response)]);
        return browser.Heading;
    }
}
