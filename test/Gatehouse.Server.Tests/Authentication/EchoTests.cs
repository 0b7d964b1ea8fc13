using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>What the server would have signed is told to whoever signed wrongly, where its operator wants it, and to nobody else [AU-147].</summary>
public sealed class EchoTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Whoever_signs_wrongly_is_shown_what_was_expected()
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { EchoCanonicalRequest = true } };
        await server.InitializeAsync();
        var wrong = new SigningCredentials(ServerFixture.Root.AccessKeyId, new string('x', 40));

        var query = await server.SendAsync(server.Sign(wrong, "iam", "GET", "/?Action=ChangePassword&NewPassword=planted-secret-7&OldPassword=b&Version=2010-05-08", ""));
        var json = await server.JsonAsync(wrong, "organizations", "AWSOrganizationsV20161128.ListRoots", "{}");

        Assert.Equal(("SignatureDoesNotMatch", "InvalidSignatureException"), (query.Code, json.Code));
        foreach (var reply in new[] { query, json })
        {
            Assert.StartsWith("The request signature we calculated does not match", reply.Message, StringComparison.Ordinal);
            Assert.Contains("The Canonical String for this request should have been\n'", reply.Message, StringComparison.Ordinal);
            Assert.Contains("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20260115T120000Z\n20260115/us-east-1/", reply.Message, StringComparison.Ordinal);
        }

        // [AU-8]: the trail keeps the sentence alone.
        Assert.Contains("NewPassword=planted-secret-7", query.Message, StringComparison.Ordinal);
        await server.QueryAsync("iam", "CreateUser", ("UserName", "after"));
        var events = await server.JsonAsync(ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", "{}");
        Assert.DoesNotContain("planted-secret-7", events.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Canonical", events.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_unless_the_operator_says_so()
    {
        await using var server = new ServerFixture();
        await server.InitializeAsync();

        var reply = await server.SendAsync(
            server.Sign(new(ServerFixture.Root.AccessKeyId, new string('x', 40)), "sts", "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", ("Content-Type", Form)));

        Assert.EndsWith("Consult the service documentation for details.", reply.Message, StringComparison.Ordinal);
    }
}
