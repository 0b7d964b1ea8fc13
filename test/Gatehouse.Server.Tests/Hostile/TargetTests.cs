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

    // Signed for the root with the query; sent to another target that holds the same.
    private Task<string> SendAsync(string method, string target)
    {
        var signed = fixture.Server.Sign(fixture.Admin, "sts", method, "/?" + Query, "");
        var headers = string.Concat(signed.Request.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        return fixture.RawAsync(Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"));
    }
}
