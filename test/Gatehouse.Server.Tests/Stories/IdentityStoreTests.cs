using System.Collections;
using System.Net;
using System.Text.Json;
using Gatehouse.Server.Sessions;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>People of an identity store, over the wire: made, grouped, given passwords by the command, and never seen in the trail.</summary>
public sealed class IdentityStoreTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Person = """ "DisplayName":"Alice Doe","Name":{"GivenName":"Alice","FamilyName":"Doe"} """;

    private static string store = "";

    [Fact]
    public async Task A_store_is_filled_and_the_trail_tells_of_it_without_saying_what_people_are_like()
    {
        var user = await MakeAsync("alice", ""","Emails":[{"Value":"alice@example.com","Primary":true}],"Extensions":{"aws:identitystore:enterprise":{"department":"secret-department"}}""");
        var group = await AskAsync("CreateGroup", $$"""{"IdentityStoreId":"{{store}}","DisplayName":"secret-group"}""");
        var groupId = group.GetProperty("GroupId").GetString()!;
        await AskAsync("CreateGroupMembership", $$$"""{"IdentityStoreId":"{{{store}}}","GroupId":"{{{groupId}}}","MemberId":{"UserId":"{{{user}}}"}}""");
        await AskAsync("UpdateUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"{{user}}","Operations":[{"AttributePath":"title","AttributeValue":"secret-title"},{"AttributePath":"nickName","AttributeValue":null}]}""");
        var found = await AskAsync("GetUserId", $$$$"""{"IdentityStoreId":"{{{{store}}}}","AlternateIdentifier":{"UniqueAttribute":{"AttributePath":"emails.value","AttributeValue":"ALICE@example.com"}}}""");
        var shown = await AskAsync("DescribeUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"{{user}}","Extensions":["aws:identitystore:enterprise"]}""");
        var conflict = await SendAsync("CreateUser", $$"""{"IdentityStoreId":"{{store}}","UserName":"ALICE",{{Person}}}""");
        var missing = await SendAsync("DeleteUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"00000000-0000-4000-8000-000000000000"}""");
        var bad = await SendAsync("UpdateUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"{{user}}","Operations":[{"AttributePath":"title","AttributeValue":"\ud800"}]}""");
        var trail = await server.JsonAsync(ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"EventSource","AttributeValue":"identitystore.amazonaws.com"}]}""");

        Assert.Equal(user, found.GetProperty("UserId").GetString());
        Assert.Equal(("secret-title", "secret-department"), (shown.GetProperty("Title").GetString(), shown.GetProperty("Extensions").GetProperty("aws:identitystore:enterprise").GetProperty("department").GetString()));
        Assert.Equal(1768478400, shown.GetProperty("CreatedAt").GetDouble());
        Assert.Equal(
            (HttpStatusCode.BadRequest, "ConflictException", "UNIQUENESS_CONSTRAINT_VIOLATION"),
            (conflict.Status, conflict.Code, JsonDocument.Parse(conflict.Body).RootElement.GetProperty("Reason").GetString()));
        Assert.Equal(("ResourceNotFoundException", "USER"), (missing.Code, JsonDocument.Parse(missing.Body).RootElement.GetProperty("ResourceType").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (bad.Status, bad.Code));
        Assert.Contains("UpdateUser", trail.Body, StringComparison.Ordinal);
        Assert.Contains(user, trail.Body, StringComparison.Ordinal);
        Assert.Contains("HIDDEN_DUE_TO_SECURITY_REASONS", trail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", trail.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alice", trail.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_policy_may_let_somebody_look_at_one_person_alone()
    {
        var (carol, dave) = (await MakeAsync("carol"), await MakeAsync("dave"));
        await server.QueryAsync("iam", "CreateUser", ("UserName", "desk"));
        await server.QueryAsync("iam", "PutUserPolicy", ("UserName", "desk"), ("PolicyName", "p"), ("PolicyDocument", $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["identitystore:DescribeUser","gatehouse:ResetIdentityUserPassword"],
            "Resource":["arn:aws:identitystore::111122223333:identitystore/{{store}}","arn:aws:identitystore:::user/{{carol}}"]} }
            """));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "desk"));
        var desk = new SigningCredentials(key["AccessKeyId"]!, key["SecretAccessKey"]!);

        var one = await SendAsync("DescribeUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"{{carol}}"}""", desk);
        var other = await SendAsync("DescribeUser", $$"""{"IdentityStoreId":"{{store}}","UserId":"{{dave}}"}""", desk);

        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Equal("AccessDeniedException", other.Code);
        Assert.Contains("identitystore:DescribeUser", other.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(key["AccessKeyId"]!, key["SecretAccessKey"]!, "reset-password", "carol")).Code);
        Assert.Equal(1, (await RunAsync(key["AccessKeyId"]!, key["SecretAccessKey"]!, "reset-password", "dave")).Code);
        Assert.Equal(1, (await RunAsync(key["AccessKeyId"]!, key["SecretAccessKey"]!, "reset-password", "nobody")).Code);
    }

    [Fact]
    public async Task The_command_lists_people_and_prints_a_one_time_password_which_nobody_else_learns()
    {
        var erin = await MakeAsync("erin");

        Assert.Contains($"{erin}  no password", (await RunRootAsync("list")).Output, StringComparison.Ordinal);
        var (code, output, error) = await RunRootAsync("reset-password", "erin");
        var (_, listed, _) = await RunRootAsync("list");
        var unknown = await RunRootAsync("reset-password", "nobody");
        var trail = await server.JsonAsync(ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"ResetIdentityUserPassword"}]}""");

        Assert.Equal((0, ""), (code, error));
        Assert.Matches("^[A-Z][a-z2-9]{3}(-[a-z2-9]{4}){3}\n$", output);
        Assert.Contains($"{erin}  one-time since 2026-01-15T12:00:00Z", listed, StringComparison.Ordinal);
        Assert.Equal((1, ""), (unknown.Code, unknown.Output));
        Assert.StartsWith("gatehouse: ResourceNotFoundException: ", unknown.Error, StringComparison.Ordinal);
        Assert.Contains(erin, trail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(output.Trim(), trail.Body, StringComparison.Ordinal);
        Assert.NotEmpty(IdentityUsersCommand.Build(new Hashtable(), server.Clock).Parse("reset-password").Errors);
    }

    private async Task<string> MakeAsync(string name, string more = "")
    {
        if (store.Length == 0)
        {
            var made = await server.JsonAsync(ServerFixture.Root, "sso", "SWBExternalService.CreateInstance", "{}");
            Assert.Equal(HttpStatusCode.OK, made.Status);
            var list = await server.JsonAsync(ServerFixture.Root, "sso", "SWBExternalService.ListInstances", "{}");
            store = JsonDocument.Parse(list.Body).RootElement.GetProperty("Instances")[0].GetProperty("IdentityStoreId").GetString()!;
        }

        return (await AskAsync("CreateUser", $$"""{"IdentityStoreId":"{{store}}","UserName":"{{name}}",{{Person}}{{more}}}""")).GetProperty("UserId").GetString()!;
    }

    private async Task<JsonElement> AskAsync(string operation, string body)
    {
        var reply = await SendAsync(operation, body);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return JsonDocument.Parse(reply.Body).RootElement;
    }

    private Task<Reply> SendAsync(string operation, string body, SigningCredentials? credentials = null) =>
        server.JsonAsync(credentials ?? ServerFixture.Root, "identitystore", "AWSIdentityStore." + operation, body);

    private Task<(int Code, string Output, string Error)> RunRootAsync(params string[] arguments) => RunAsync("AKIAROOTROOTROOTROOT", "rootsecretrootsecretrootsecretrootsecret", arguments);

    private async Task<(int Code, string Output, string Error)> RunAsync(string keyId, string secret, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new Hashtable
        {
            ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = keyId,
            ["AWS_SECRET_ACCESS_KEY"] = secret,
            ["AWS_REGION"] = "us-east-1",
        };
        var code = await IdentityUsersCommand.Build(environment, server.Clock).Parse(arguments).InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
