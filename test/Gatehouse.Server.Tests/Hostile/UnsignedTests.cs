using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>Bad inputs of the two operations that nobody signs, and what is asked of every answer.</summary>
public sealed class UnsignedTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const string Role = "arn:aws:iam::111122223333:role/open";

    [Theory]
    [InlineData("BI-151 a token of three characters", "ValidationError", "abc")]
    [InlineData("AU-411 a token of 20,001 characters", "ValidationError", "LONG")]
    [InlineData("BI-152 a token of two parts", "InvalidIdentityToken", "not.a")]
    public async Task A_token_is_refused(string name, string code, string token)
    {
        var reply = await SendAsync(("WebIdentityToken", token == "LONG" ? new string('a', 20_001) : token));

        Assert.True((400, code) == ((int)reply.Status, reply.Code), $"{name}: {reply.Body}");
    }

    // AU-410: the form of a token is looked at before anything that is stored, so that nobody learns which accounts and roles exist.
    [Fact]
    public async Task A_malformed_token_is_refused_alike_whether_or_not_the_role_exists()
    {
        var known = await SendAsync(("WebIdentityToken", "not.a"));
        var unknown = await SendAsync(("WebIdentityToken", "not.a"), "arn:aws:iam::999988887777:role/none");

        Assert.Equal((known.Status, known.Code, known.Message), (unknown.Status, unknown.Code, unknown.Message));
    }

    // AU-12
    [Fact]
    public async Task Credentials_that_come_along_are_neither_verified_nor_recorded()
    {
        var body = $"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={Uri.EscapeDataString(Role)}&RoleSessionName=job&WebIdentityToken=not.a";
        var wrong = fixture.Server.Sign(new(fixture.Admin.AccessKeyId, new string('x', 40)), "sts", "POST", "/", body, ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal("InvalidIdentityToken", (await fixture.Server.SendAsync(wrong)).Code);

        // What the first request would have left is there by the time that this one is.
        for (var patience = 0; patience < 50; patience++)
        {
            var events = await LookupAsync("EventName", "AssumeRoleWithWebIdentity");
            if (events.Contains("AssumeRoleWithWebIdentity", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(fixture.Admin.AccessKeyId, events, StringComparison.Ordinal);
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The request left no event.");
    }

    // AU-1: clients measure their clocks by it.
    [Fact]
    public async Task Every_answer_carries_a_date()
    {
        foreach (var path in (string[])["/", "/?Action=Nothing&Version=2011-06-15", "/nowhere"])
        {
            using var answer = await fixture.Server.Client.GetAsync(new Uri(fixture.Server.Endpoint, path), TestContext.Current.CancellationToken);
            Assert.NotNull(answer.Headers.Date);
        }
    }

    // AU-102: before anything else is asked of it.
    [Theory]
    [InlineData("/%zz")]
    [InlineData("/%4")]
    [InlineData("/?Action=ListUsers&Version=2010-05-08&a=%")]
    public async Task A_target_with_a_broken_escape_is_malformed(string target)
    {
        var reply = await fixture.Server.SendRawAsync("GET", target);

        Assert.Contains(" 400 ", reply, StringComparison.Ordinal);
        Assert.Contains("MalformedQueryString", reply, StringComparison.Ordinal);
    }

    // AU-102
    [Fact]
    public async Task A_target_that_is_no_path_is_malformed() => Assert.Contains(" 400 ", await fixture.Server.SendRawAsync("OPTIONS", "*"), StringComparison.Ordinal);

    // AU-148: a signed request is good again inside of its window, for clients send it again themselves.
    [Fact]
    public async Task A_request_may_be_sent_twice()
    {
        var request = fixture.Identity();

        Assert.Equal(200, (int)(await fixture.Server.SendAsync(request)).Status);
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(request)).Status);
    }

    [Fact]
    public async Task BI_209_a_password_policy_of_five_characters()
    {
        var reply = await fixture.Server.QueryAsync(fixture.Admin, "iam", "UpdateAccountPasswordPolicy", ("MinimumPasswordLength", "5"));

        Assert.Equal((400, "ValidationError"), ((int)reply.Status, reply.Code));
    }

    // AU-2
    [Fact]
    public void Services_are_signed_for_by_these_names()
    {
        var services = Hosting.Offer.Services.ToDictionary(service => service.Name, service => (service.SigningName, Protocol: service.Protocol.GetType().Name), StringComparer.Ordinal);

        foreach (var (name, signed, protocol) in ((string, string, string)[])[
            ("iam", "iam", "QueryProtocol"), ("sts", "sts", "QueryProtocol"), ("organizations", "organizations", "JsonProtocol"), ("cloudtrail", "cloudtrail", "JsonProtocol"),
            ("accessanalyzer", "access-analyzer", "RestJsonProtocol"), ("account", "account", "RestJsonProtocol"), ("gatehouse", "gatehouse", "JsonProtocol")])
        {
            Assert.Equal((signed, protocol), services[name]);
        }
    }

    private Task<Reply> SendAsync((string Name, string Value) token, string role = Role) => fixture.Server.SendAsync(new OutgoingRequest
    {
        Method = "POST",
        Target = "/",
        Headers = [new("Host", fixture.Server.Endpoint.Authority), new("Content-Type", "application/x-www-form-urlencoded")],
        Body = System.Text.Encoding.ASCII.GetBytes(
            $"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={Uri.EscapeDataString(role)}&RoleSessionName=job&{token.Name}={token.Value}"),
    });

    private async Task<string> LookupAsync(string key, string value) => (await fixture.Server.JsonAsync(
        ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", $$"""{"LookupAttributes":[{"AttributeKey":"{{key}}","AttributeValue":"{{value}}"}]}""")).Body;
}
