using System.Net;
using System.Text.RegularExpressions;
using Gatehouse.Server.Dev;
using Gatehouse.Server.Hosting;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary>A server that is started with <c>--dev</c>, and what of it is not there without.</summary>
public sealed class DevModeTests
{
    private static readonly SigningCredentials Test = new("test", "test");

    [Fact]
    public async Task Without_development_mode_none_of_it_exists()
    {
        await using var server = await Emulator.StartAsync(Emulator.Settings);

        foreach (var path in new[] { "/_dev/reset", "/_dev/snapshots/a", "/_dev/snapshots/a/restore", "/_dev/clock" })
        {
            var (status, _) = await server.SendAsync(HttpMethod.Post, path, "{}");
            Assert.True((int)status is >= 400 and < 500, $"{path}: {status}");
        }

        var caller = await server.QueryAsync(Test, "sts", "GetCallerIdentity", DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.Forbidden, caller.Status);
        Assert.Contains("InvalidClientTokenId", caller.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("development", (await server.SendAsync(HttpMethod.Get, "/health")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_mode_test_is_root_of_the_first_account()
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev);

        var caller = await server.QueryAsync(Test, "sts", "GetCallerIdentity", DateTimeOffset.UtcNow);

        Assert.Contains("arn:aws:iam::111122223333:root", caller.Body, StringComparison.Ordinal);
        Assert.Contains("\"mode\":\"development\"", (await server.SendAsync(HttpMethod.Get, "/health")).Body, StringComparison.Ordinal);
        using var welcome = new StringWriter();
        await server.Host.Welcome.WriteAsync(welcome);
        Assert.Contains("DEVELOPMENT MODE", welcome.ToString(), StringComparison.Ordinal);
        Assert.Contains("AWS_SECRET_ACCESS_KEY=test", welcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_begins_anew_with_the_seed_and_the_same_ids()
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev with { Seed = SeedTests.Folder(SeedTests.Full) });
        var first = await CreateAsync(server, "carol");
        var other = await CreateAsync(server, "dave");

        var (status, _) = await server.SendAsync(HttpMethod.Post, "/_dev/reset");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.IamAsync(Test, "GetUser", ("UserName", "carol"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.IamAsync(Test, "GetUser", ("UserName", "alice"))).Status);
        Assert.Equal(first, await CreateAsync(server, "carol"));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_snapshot_brings_back_what_was_there_again_and_again()
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev);
        await CreateAsync(server, "carol");
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Post, "/_dev/snapshots/one")).Status);

        for (var round = 0; round < 2; round++)
        {
            await server.IamAsync(Test, "DeleteUser", ("UserName", "carol"));
            await CreateAsync(server, "dave");
            Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Post, "/_dev/snapshots/one/restore")).Status);

            Assert.Equal(HttpStatusCode.OK, (await server.IamAsync(Test, "GetUser", ("UserName", "carol"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await server.IamAsync(Test, "GetUser", ("UserName", "dave"))).Status);
        }

        Assert.Contains("\"one\"", (await server.SendAsync(HttpMethod.Get, "/_dev/snapshots")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Delete, "/_dev/snapshots/one")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Post, "/_dev/snapshots/one/restore")).Status);
    }

    [Fact]
    public async Task The_clock_stands_where_it_was_set_and_clients_sign_with_either_time()
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev);
        var moment = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var (status, body) = await server.SendAsync(HttpMethod.Post, "/_dev/clock", """{"set":"2030-01-01T00:00:00Z"}""");
        var made = await server.IamAsync(Test, "CreateUser", ("UserName", "carol"));
        var frozen = await server.QueryAsync(Test, "iam", "GetUser", moment, ("UserName", "carol"));
        await server.SendAsync(HttpMethod.Post, "/_dev/clock", """{"advanceSeconds":3600}""");
        var later = await server.IamAsync(Test, "CreateUser", ("UserName", "dave"));
        await server.SendAsync(HttpMethod.Post, "/_dev/clock", """{"release":true}""");
        var released = await server.QueryAsync(Test, "iam", "GetUser", moment, ("UserName", "carol"));

        Assert.True(status == HttpStatusCode.OK, body);
        Assert.Contains("2030-01-01T00:00:00Z", made.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, frozen.Status);
        Assert.Contains("2030-01-01T01:00:00Z", later.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, released.Status);
    }

    [Fact]
    public async Task A_session_ends_when_the_clock_is_moved_past_its_end()
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev);
        await server.IamAsync(Test, "CreateUser", ("UserName", "carol"));
        var session = await server.QueryAsync(Test, "sts", "GetSessionToken", DateTimeOffset.UtcNow, ("DurationSeconds", "900"));
        var keys = new SigningCredentials(Value(session.Body, "AccessKeyId"), Value(session.Body, "SecretAccessKey"), Value(session.Body, "SessionToken"));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(keys, "sts", "GetCallerIdentity", DateTimeOffset.UtcNow)).Status);

        await server.SendAsync(HttpMethod.Post, "/_dev/clock", """{"advanceSeconds":901}""");
        var after = await server.QueryAsync(keys, "sts", "GetCallerIdentity", DateTimeOffset.UtcNow);

        Assert.Contains("ExpiredToken", after.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/_dev/clock", "", 400)]
    [InlineData("POST", "/_dev/clock", """{"set":"yesterday"}""", 400)]
    [InlineData("POST", "/_dev/clock", """{"advanceSeconds":1e300}""", 400)]
    [InlineData("POST", "/_dev/clock", """{"set":"2030-01-01","release":true}""", 400)]
    [InlineData("POST", "/_dev/snapshots/a%20b", "", 400)]
    [InlineData("POST", "/_dev/snapshots/none/restore", "", 404)]
    [InlineData("POST", "/_dev/nothing", "", 404)]
    [InlineData("GET", "/_dev/reset", "", 404)]
    public async Task Wrong_use_is_refused(string method, string path, string body, int status)
    {
        await using var server = await Emulator.StartAsync(Emulator.Dev);

        Assert.Equal(status, (int)(await server.SendAsync(new(method), path, method == "GET" ? null : body)).Status);
        Assert.Equal(403, (int)(await server.SendAsync(HttpMethod.Post, "/_dev/reset", origin: "https://example.com")).Status);
    }

    [Theory]
    [InlineData("http://0.0.0.0:4566", null, false, false)]
    [InlineData("http://*:4566", null, false, false)]
    [InlineData("http://gatehouse.example:4566", null, false, false)]
    [InlineData("http://127.0.0.1:1;http://0.0.0.0:2", null, false, false)]
    [InlineData("http://0.0.0.0:4566", null, true, true)]
    [InlineData("http://127.0.0.1:4566", null, false, true)]
    [InlineData("http://[::1]:4566", null, false, true)]
    [InlineData("http://localhost:4566", null, false, true)]
    [InlineData("http://localhost:4566", "somewhere", false, false)]
    public void Development_mode_is_for_this_machine_and_for_nothing_that_is_kept(string urls, string? data, bool any, bool allowed)
    {
        var settings = new Settings { Dev = true, DevAnyAddress = any, Urls = urls, Data = data ?? new Settings().Data };

        if (allowed)
        {
            Assert.True(DevSettings.Check(settings).InMemory);
        }
        else
        {
            Assert.Throws<SettingsException>(() => DevSettings.Check(settings));
        }
    }

    private static async Task<string> CreateAsync(Emulator server, string name) => Value((await server.IamAsync(Test, "CreateUser", ("UserName", name))).Body, "UserId");

    private static string Value(string body, string name) => Regex.Match(body, $"<{name}>([^<]*)</{name}>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
}
