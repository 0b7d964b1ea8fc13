using System.IO.Compression;
using System.Net;
using System.Text;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Requests;

/// <summary>Bodies that clients compress: the signature covers what came, and what it holds is bounded [AU-135].</summary>
public sealed class CompressedBodyTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("gzip")]
    [InlineData(" GZIP ")]
    public async Task A_compressed_form_and_compressed_JSON_are_read(string encoding)
    {
        var form = await SendAsync("sts", Form, null, Zip("Action=GetCallerIdentity&Version=2011-06-15"), encoding);
        Assert.Equal("arn:aws:iam::111122223333:root", form["Arn"]);

        var json = await SendAsync("cloudtrail", "application/x-amz-json-1.1", "CloudTrail_20131101.LookupEvents", Zip("{\"MaxResults\":1}"), encoding);
        Assert.Equal(HttpStatusCode.OK, json.Status);
        Assert.Contains("\"Events\"", json.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signature_is_over_the_body_as_it_came()
    {
        var zipped = Zip("Action=GetCallerIdentity&Version=2011-06-15");
        var signed = Sign("sts", Form, null, zipped, "gzip");

        // The same text, compressed in another way.
        var other = (byte[])zipped.Clone();
        other[9] ^= 1;
        var reply = await fixture.SendAsync(signed.Request with { Body = other });

        Assert.Equal("SignatureDoesNotMatch", reply["Code"]);
    }

    [Fact]
    public async Task What_is_not_whole_is_refused_and_nothing_is_done()
    {
        var zipped = Zip("Action=CreateUser&Version=2010-05-08&UserName=half");
        foreach (var bad in (byte[][])[Encoding.ASCII.GetBytes("Action=CreateUser&Version=2010-05-08&UserName=half"), zipped[..^9], zipped[..20]])
        {
            var reply = await SendAsync("iam", Form, null, bad, "gzip");
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        }

        var json = await SendAsync("cloudtrail", "application/x-amz-json-1.1", "CloudTrail_20131101.LookupEvents", Encoding.ASCII.GetBytes("{}"), "gzip");
        Assert.Equal((HttpStatusCode.BadRequest, true), (json.Status, json.Body.Contains("SerializationException", StringComparison.Ordinal)));
        Assert.Equal("NoSuchEntity", (await fixture.QueryAsync("iam", "GetUser", ("UserName", "half")))["Code"]);
    }

    [Fact]
    public async Task A_small_body_that_holds_too_much_is_too_large()
    {
        // A gigabyte in a megabyte.
        var bomb = Zip(new string('a', 1024 * 1024), times: 1024);
        Assert.InRange(bomb.Length, 1, 2 * 1024 * 1024);

        var form = await SendAsync("sts", Form, null, bomb.Length > 1024 * 1024 ? Zip(new string('a', 1024 * 1024), times: 512) : bomb, "gzip");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge"), (form.Status, form["Code"]));
        var json = await SendAsync("cloudtrail", "application/x-amz-json-1.1", "CloudTrail_20131101.LookupEvents", bomb, "gzip");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, json.Status);
    }

    private static byte[] Zip(string text, int times = 1)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var i = 0; i < times; i++)
            {
                gzip.Write(bytes);
            }
        }

        return zipped.ToArray();
    }

    private Task<Reply> SendAsync(string service, string type, string? target, byte[] body, string encoding) => fixture.SendAsync(Sign(service, type, target, body, encoding));

    private SignedRequest Sign(string service, string type, string? target, byte[] body, string encoding) => new Signer(ServerFixture.Root, "us-east-1", service).Sign(
        new()
        {
            Method = "POST",
            Target = "/",
            Headers =
            [
                KeyValuePair.Create("Host", fixture.Endpoint.Authority), KeyValuePair.Create("Content-Type", type), KeyValuePair.Create("Content-Encoding", encoding),
                .. target is null ? (KeyValuePair<string, string>[])[] : [KeyValuePair.Create("X-Amz-Target", target)],
            ],
            Body = body,
        },
        fixture.Clock.GetUtcNow());
}
