using System.Collections;
using System.Text.Json;
using Gatehouse.Server.Workloads;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Workloads;

/// <summary><c>gatehouse credentials</c>, against a server [AU-841].</summary>
public sealed class CredentialsCommandTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static int roles;

    private readonly string user = $"caller-{Interlocked.Increment(ref roles)}";

    private string Arn => $"arn:aws:iam::{ServerFixture.Account}:role/{user}";

    [Fact]
    public async Task An_access_key_becomes_a_session_of_a_role_that_trusts_it()
    {
        var environment = await CallerAsync("""{"StringEquals":{"sts:ExternalId":"shared"}}""");

        var (code, output, error) = await RunAsync(environment, "--role", Arn, "--external-id", "shared", "--role-session-name", "nightly", "--session-duration", "900");

        Assert.Equal((0, ""), (code, error));
        var given = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["Version", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AccountId"], given.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, given.GetProperty("Version").GetInt32());
        Assert.Equal("2026-01-15T12:15:00Z", given.GetProperty("Expiration").GetString());
        Assert.Equal(ServerFixture.Account, given.GetProperty("AccountId").GetString());
        var session = new SigningCredentials(given.GetProperty("AccessKeyId").GetString()!, given.GetProperty("SecretAccessKey").GetString()!, given.GetProperty("SessionToken").GetString());
        Assert.Equal($"arn:aws:sts::{ServerFixture.Account}:assumed-role/{user}/nightly", (await server.QueryAsync(session, "sts", "GetCallerIdentity"))["Arn"]);
    }

    [Fact]
    public async Task A_refusal_is_told_as_the_server_tells_it_and_nothing_is_printed()
    {
        var environment = await CallerAsync("""{"StringEquals":{"sts:ExternalId":"shared"}}""");
        var (code, output, error) = await RunAsync(environment, "--role-arn", Arn);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"gatehouse: AccessDenied: User: arn:aws:iam::{ServerFixture.Account}:user/{user} is not authorized to perform: sts:AssumeRole on resource: {Arn}", error, StringComparison.Ordinal);

        var token = Path.GetTempFileName();
        await File.WriteAllTextAsync(token, "not-a-token\n", TestContext.Current.CancellationToken);
        (code, output, error) = await RunAsync(environment, "--role-arn", Arn, "--web-identity-token-file", token);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("gatehouse: InvalidIdentityToken: ", error, StringComparison.Ordinal);
        File.Delete(token);
        (code, _, error) = await RunAsync(environment, "--role-arn", Arn, "--web-identity-token-file", token);
        Assert.Equal(1, code);
        Assert.StartsWith($"gatehouse: '{token}' cannot be read: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_nothing_proves_who_asks_or_nobody_answers()
    {
        var environment = Environment("", "");
        Assert.Contains("Nothing proves who asks", (await RunAsync(environment, "--role-arn", Arn)).Error, StringComparison.Ordinal);

        environment = Environment("AKIAROOTROOTROOTROOT", "secret");
        environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1";
        Assert.Contains("cannot be reached", (await RunAsync(environment, "--role-arn", Arn)).Error, StringComparison.Ordinal);
        environment["AWS_ENDPOINT_URL_STS"] = $"{server.Endpoint}health";
        Assert.Contains("does not answer as STS does", (await RunAsync(environment, "--role-arn", Arn)).Error, StringComparison.Ordinal);
        environment["AWS_ENDPOINT_URL_STS"] = "ftp://127.0.0.1";
        Assert.Contains("Say where Gatehouse listens", (await RunAsync(environment, "--role-arn", Arn)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is not the ARN of a role", "--role-arn", "arn:aws:iam::111122223333:user/x")]
    [InlineData("is not the ARN of a role", "--role-arn", "web")]
    [InlineData("needs all of", "--role-arn", "arn:aws:iam::111122223333:role/x", "--certificate", "c.pem")]
    [InlineData("needs all of", "--role-arn", "arn:aws:iam::111122223333:role/x", "--intermediates", "c.pem")]
    [InlineData("not both", "--role-arn", "arn:aws:iam::111122223333:role/x", "--certificate", "c", "--private-key", "k", "--trust-anchor-arn", "a", "--profile-arn", "p", "--web-identity-token-file", "t")]
    [InlineData("goes with an access key alone", "--role-arn", "arn:aws:iam::111122223333:role/x", "--web-identity-token-file", "t", "--external-id", "e")]
    [InlineData("900 to 43200", "--role-arn", "arn:aws:iam::111122223333:role/x", "--session-duration", "899")]
    [InlineData("900 to 43200", "--role-arn", "arn:aws:iam::111122223333:role/x", "--session-duration", "43201")]
    [InlineData("--role-arn", "--external-id", "e")]
    [InlineData("--colour", "--role-arn", "arn:aws:iam::111122223333:role/x", "--colour", "red")]
    public void What_cannot_be_together_is_refused_before_anybody_is_asked(string reason, params string[] arguments) =>
        Assert.Contains(CredentialsCommand.Build(Environment("", ""), server.Clock).Parse(arguments).Errors, error => error.Message.Contains(reason, StringComparison.Ordinal));

    private async Task<Hashtable> CallerAsync(string condition)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", user));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", user));
        var made = await server.QueryAsync("iam", "CreateRole", ("RoleName", user), ("AssumeRolePolicyDocument",
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{ServerFixture.Account}}:user/{{user}}"},"Action":"sts:AssumeRole","Condition":{{condition}}} }"""));
        Assert.Null(made.Code);
        return Environment(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private Hashtable Environment(string key, string secret) => new()
    {
        ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString(),
        ["AWS_ACCESS_KEY_ID"] = key,
        ["AWS_SECRET_ACCESS_KEY"] = secret,
        ["AWS_REGION"] = "us-east-1",
    };

    private async Task<(int Code, string Output, string Error)> RunAsync(IDictionary environment, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CredentialsCommand.Build(environment, server.Clock).Parse(arguments).InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
