using System.Collections;
using System.Text.Json;
using Gatehouse.Server.Sessions;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests;

/// <summary><c>gatehouse sessions</c>, against a server.</summary>
public sealed class SessionsCommandTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Root = "arn:aws:iam::111122223333:root";

    [Fact]
    public async Task Lists_and_ends_sessions()
    {
        var (one, two) = (await SessionAsync(), await SessionAsync());

        var (code, output, _) = await RunAsync("list", "--principal", Root);
        Assert.Equal(0, code);
        Assert.Contains(one.AccessKeyId, output, StringComparison.Ordinal);
        Assert.Contains(two.AccessKeyId, output, StringComparison.Ordinal);

        var (_, json, _) = await RunAsync("list", "--json", "--access-key-id", one.AccessKeyId);
        var session = Assert.Single(JsonDocument.Parse(json).RootElement.GetProperty("Sessions").EnumerateArray());
        Assert.True(JsonDocument.Parse(json).RootElement.GetProperty("Complete").GetBoolean());
        var id = session.GetProperty("SessionId").GetString()!;

        Assert.Equal((0, $"Ended session {id}.\n", ""), await RunAsync("revoke", id));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(one, "sts", "GetCallerIdentity")).Code);
        Assert.Null((await server.QueryAsync(two, "sts", "GetCallerIdentity")).Code);

        Assert.Equal(0, (await RunAsync("revoke", "--principal", Root, "--issued-before", "2026-01-15T11:00:00Z")).Code);
        Assert.Null((await server.QueryAsync(two, "sts", "GetCallerIdentity")).Code);
        Assert.Equal((0, $"Ended the sessions of {Root} made before 2026-01-15T12:00:01Z.\n", ""), await RunAsync("revoke", "--principal", Root));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(two, "sts", "GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task Says_why_the_server_refused()
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", "nobody"));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "nobody"));

        var (code, output, error) = await RunAsync(Environment(key["AccessKeyId"]!, key["SecretAccessKey"]!), "list");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("gatehouse: AccessDeniedException: User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: gatehouse:ListSessions", error, StringComparison.Ordinal);
        Assert.StartsWith("gatehouse: ResourceNotFoundException: ", (await RunAsync("revoke", new string('0', 32))).Error, StringComparison.Ordinal);
        Assert.StartsWith("gatehouse: UnrecognizedClientException: ", (await RunAsync(Environment("AKIARZPUZDIKAAAAAAAA", new string('x', 40)), "list")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_nobody_answers_or_somebody_else_does()
    {
        var away = Environment();
        away["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Assert.Equal(1, (await RunAsync(away, "list")).Code);

        away["AWS_ENDPOINT_URL"] = $"{server.Endpoint}health";
        Assert.Equal(1, (await RunAsync(away, "list")).Code);
    }

    [Fact]
    public async Task Refuses_wrong_use_before_it_asks_anybody()
    {
        foreach (var missing in (string[])["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
        {
            var environment = Environment();
            environment.Remove(missing);
            var (code, _, error) = await RunAsync(environment, "list");
            Assert.Equal(2, code);
            Assert.Contains(missing, error, StringComparison.Ordinal);
        }

        var odd = Environment();
        odd["AWS_ENDPOINT_URL"] = "ftp://127.0.0.1";
        Assert.Equal(2, (await RunAsync(odd, "list")).Code);
        foreach (var arguments in (string[][])[["revoke"], ["revoke", "x", "--principal", Root], ["revoke", "x", "--issued-before", "2026-01-15T12:00:00Z"], ["revoke", "--principal", Root, "--issued-before", "noon"]])
        {
            Assert.NotEmpty(SessionsCommand.Build(Environment(), server.Clock).Parse(arguments).Errors);
        }
    }

    private async Task<SigningCredentials> SessionAsync()
    {
        var reply = await server.QueryAsync("sts", "GetSessionToken");
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]);
    }

    private Hashtable Environment(string key = "AKIAROOTROOTROOTROOT", string secret = "rootsecretrootsecretrootsecretrootsecret") => new()
    {
        ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString(),
        ["AWS_ACCESS_KEY_ID"] = key,
        ["AWS_SECRET_ACCESS_KEY"] = secret,
        ["AWS_REGION"] = "us-east-1",
    };

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(Environment(), arguments);

    private async Task<(int Code, string Output, string Error)> RunAsync(IDictionary environment, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await SessionsCommand.Build(environment, server.Clock).Parse(arguments).InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
