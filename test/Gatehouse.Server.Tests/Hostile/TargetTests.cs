using System.Text;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>Requests that a router could read otherwise than their signature: T-2 of the threat model.</summary>
public sealed class TargetTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const string Query = "Action=GetCallerIdentity&x=/?Action=GetSessionToken&Version=2011-06-15";

    [Theory]
    [InlineData("/?")]
    [InlineData("http://AUTHORITY/?")]
    [InlineData("http://AUTHORITY?")]
    public async Task An_absolute_target_is_cut_where_its_signature_is(string start) // [AU-101], [AU-102]
    {
        var answer = await SendAsync("GET", start.Replace("AUTHORITY", fixture.Server.Endpoint.Authority, StringComparison.Ordinal) + Query);

        Assert.Contains("<GetCallerIdentityResult>", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SecretAccessKey", answer, StringComparison.Ordinal);
    }

    // What somebody on the way adds, which no signature covers, makes another request of it or none.
    [Theory]
    [InlineData("X-Amz-Target: AWSOrganizationsV20161128.DescribeOrganization", "400")] // [AU-110]
    [InlineData("X-Amz-Security-Token: abc", "403")] // [AU-116]
    [InlineData("X-Amz-Date: 20260115T120000Z", "400")] // [AU-109]
    [InlineData("Content-Type: text/plain", "400")] // [AU-13]
    [InlineData("Content-Encoding: gzip", "400")] // [AU-135]
    [InlineData("Host: evil.example", "400")] // [AU-101]
    [InlineData("Content-Length: 3", "400")]
    [InlineData("X-Folded: a\r\n b", "400")] // [AU-101]
    public async Task A_line_that_was_added_breaks_a_request(string line, string status) =>
        Assert.StartsWith("HTTP/1.1 " + status, await PostAsync(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("X-HTTP-Method-Override: GET")] // [AU-120]
    [InlineData("X-Forwarded-Host: evil.example")] // [AU-126]
    [InlineData("X-Forwarded-For: 192.0.2.1")] // [AU-126]
    [InlineData("Date: Thu, 01 Jan 2026 00:00:00 GMT")] // [AU-109]
    public async Task Or_says_nothing(string line) => Assert.Contains("<GetCallerIdentityResult>", await PostAsync(line), StringComparison.Ordinal);

    private Task<string> PostAsync(string line)
    {
        var request = fixture.Identity();
        var headers = string.Concat(request.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        var body = Encoding.UTF8.GetString(request.Body.Span);
        return fixture.RawAsync(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n{line}\r\n\r\n{body}"));
    }

    // Signed for the root with the query; sent to another target that holds the same.
    private Task<string> SendAsync(string method, string target)
    {
        var signed = fixture.Server.Sign(fixture.Admin, "sts", method, "/?" + Query, "");
        var headers = string.Concat(signed.Request.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        return fixture.RawAsync(Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"));
    }
}
