using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>Where STS does not work [AU-300].</summary>
public sealed class RegionTests(RegionTests.Fixture fixture) : IClassFixture<RegionTests.Fixture>
{
    [Theory]
    [InlineData("GetSessionToken", "")]
    [InlineData("AssumeRole", "&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fx&RoleSessionName=ab")]
    public async Task In_a_region_that_is_not_enabled_sts_says_so_to_whoever_signs_rightly(string action, string rest)
    {
        var reply = await SendAsync(action + rest, "eu-west-3");
        Assert.Equal((HttpStatusCode.Forbidden, "RegionDisabledException"), (reply.Status, reply["Code"]));
        Assert.Equal("STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.", reply["Message"]);

        var forged = await SendAsync(action + rest, "eu-west-3", secret: new string('x', 40));
        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (forged.Status, forged["Code"]));
        var enabled = await SendAsync(action + rest, "eu-central-1");
        Assert.NotEqual("RegionDisabledException", enabled["Code"]);
    }

    [Fact]
    public async Task What_has_no_such_error_is_refused_as_a_signature_for_another_region()
    {
        Assert.Equal("SignatureDoesNotMatch", (await SendAsync("GetCallerIdentity", "eu-west-3"))["Code"]);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GetCallerIdentity", "us-east-1")).Status);
        Assert.Equal("SignatureDoesNotMatch", (await SendAsync("ListUsers", "eu-west-3", "iam", "2010-05-08"))["Code"]);
    }

    [Theory]
    [InlineData("AssumeRoot", "&TargetPrincipal=444455556666&TaskPolicyArn.arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2Froot-task%2FIAMAuditRootUserCredentials")]
    [InlineData("GetWebIdentityToken", "&Audience.member.1=x&SigningAlgorithm=RS256")]
    public async Task At_a_host_that_stands_for_all_regions_two_operations_are_not_there(string action, string rest)
    {
        foreach (var host in (string[])["sts.example.com", "STS.EXAMPLE.COM:4566"])
        {
            var reply = await SendAsync(action + rest, "us-east-1", host: host);
            Assert.Equal((HttpStatusCode.BadRequest, "InvalidAction", $"Could not find operation {action} for version 2011-06-15"), (reply.Status, reply["Code"], reply["Message"]));
        }

        Assert.NotEqual("InvalidAction", (await SendAsync(action + rest, "us-east-1"))["Code"]);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GetCallerIdentity", "us-east-1", host: "sts.example.com")).Status);
    }

    private async Task<Reply> SendAsync(string form, string region, string service = "sts", string version = "2011-06-15", string? host = null, string? secret = null)
    {
        var signed = new Signer(secret is null ? ServerFixture.Root : new(ServerFixture.Root.AccessKeyId, secret), region, service).Sign(
            new()
            {
                Method = "POST",
                Target = "/",
                Headers = [KeyValuePair.Create("Host", host ?? fixture.Server.Endpoint.Authority), KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")],
                Body = System.Text.Encoding.UTF8.GetBytes($"Action={form}&Version={version}"),
            },
            fixture.Server.Clock.GetUtcNow());
        return await fixture.Server.SendAsync(signed);
    }

    /// <summary>A server that is enabled in two regions, with a name that stands for all.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal ServerFixture Server { get; } = new() { Adjust = settings => settings with { Regions = ["us-east-1", "eu-central-1"], GlobalHosts = ["sts.example.com"] } };

        /// <inheritdoc/>
        public ValueTask InitializeAsync() => Server.InitializeAsync();

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
