using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Requests;

/// <summary>What proxies say of host and client counts only where the operator named them [AU-126].</summary>
public sealed class TrustedProxyTests
{
    [Fact]
    public async Task A_proxy_that_is_named_tells_the_host_that_was_signed_and_who_asked()
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")] } };
        await server.InitializeAsync();

        var reply = await server.SendAsync(Passed(server, "203.0.113.9"));

        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        var made = await server.JsonAsync(
            ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"CreateUser"}]}""");
        Assert.Contains("203.0.113.9", made.Body, StringComparison.Ordinal);

        // Of what stands before the proxy's own word, nothing is believed.
        var forged = await server.SendAsync(Passed(server, "192.0.2.1, 203.0.113.10", "second"));
        Assert.Equal(HttpStatusCode.OK, forged.Status);
        made = await server.JsonAsync(
            ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"ResourceName","AttributeValue":"second"}]}""");
        Assert.Contains("203.0.113.10", made.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.1", made.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_believed()
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { TrustedProxies = [IPNetwork.Parse("10.1.0.0/16")] } };
        await server.InitializeAsync();

        Assert.Equal("SignatureDoesNotMatch", (await server.SendAsync(Passed(server, "203.0.113.9")))["Code"]);
    }

    // Signed for the public name; the proxy asks under a name of its own, and says which one came.
    private static OutgoingRequest Passed(ServerFixture server, string client, string user = "passed")
    {
        var signed = new Signer(ServerFixture.Root, "us-east-1", "iam").Sign(
            new()
            {
                Method = "POST",
                Target = "/",
                Headers = [KeyValuePair.Create("Host", "iam.example.com"), KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")],
                Body = System.Text.Encoding.UTF8.GetBytes($"Action=CreateUser&Version=2010-05-08&UserName={user}"),
            },
            server.Clock.GetUtcNow()).Request;
        return signed with
        {
            Headers =
            [
                KeyValuePair.Create("Host", server.Endpoint.Authority), .. signed.Headers.Where(static header => header.Key != "Host"),
                KeyValuePair.Create("X-Forwarded-Host", "iam.example.com"), KeyValuePair.Create("X-Forwarded-Proto", "https"), KeyValuePair.Create("X-Forwarded-For", client),
            ],
        };
    }
}
