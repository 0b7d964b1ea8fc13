using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>A delegation from the wish to its end, over the wire: asked, taken up, granted, sent, fetched, traded in, used, and ended [AU-326].</summary>
public sealed class DelegationStoryTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Template = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:ListUsers","iam:ListRoles"],"Resource":"*"}}""";

    [Fact]
    public async Task A_granted_delegation_gives_a_session_of_who_granted_it_within_what_was_asked_until_its_time_is_over()
    {
        var policy = (await OkAsync(server.QueryAsync("iam", "CreatePolicy", ("PolicyName", "template"), ("PolicyDocument", Template))))["Arn"]!;
        var boss = await UserAsync("boss", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:ListUsers","iam:*Delegation*"],"Resource":"*"}}""");
        var id = (await OkAsync(server.QueryAsync(
            "iam", "CreateDelegationRequest", ("Description", "Counts users."), ("RequestorWorkflowId", "workflow-1"), ("SessionDuration", "900"),
            ("NotificationChannel", "arn:aws:sns:us-east-1:111122223333:topic"), ("Permissions.PolicyTemplateArn", policy))))["DelegationRequestId"]!;
        await OkAsync(server.QueryAsync(boss, "iam", "AssociateDelegationRequest", ("DelegationRequestId", id)));
        await OkAsync(server.QueryAsync(boss, "iam", "AcceptDelegationRequest", ("DelegationRequestId", id)));
        Assert.Equal("InvalidInputException", (await ReceiveAsync(ServerFixture.Root, id)).Code);

        await OkAsync(server.QueryAsync(boss, "iam", "SendDelegationToken", ("DelegationRequestId", id)));

        Assert.Equal("AccessDeniedException", (await ReceiveAsync(boss, id)).Code);
        var received = JsonDocument.Parse((await OkAsync(ReceiveAsync(ServerFixture.Root, id))).Body).RootElement;
        Assert.Equal("workflow-1", received.GetProperty("RequestorWorkflowId").GetString());
        var token = received.GetProperty("TradeInToken").GetString()!;
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var traded = await OkAsync(server.QueryAsync("sts", "GetDelegatedAccessToken", ("TradeInToken", token)));
        Assert.Equal("arn:aws:iam::111122223333:user/boss", traded["AssumedPrincipal"]);
        var session = new SigningCredentials(traded["AccessKeyId"]!, traded["SecretAccessKey"]!, traded["SessionToken"]!);

        // What was asked and what boss may: neither more than boss, nor more than the template.
        await OkAsync(server.QueryAsync(session, "iam", "ListUsers"));
        Assert.Equal("AccessDenied", (await server.QueryAsync(session, "iam", "ListRoles")).Code);
        Assert.Equal("AccessDenied", (await server.QueryAsync(session, "iam", "ListDelegationRequests")).Code);

        // The trail holds no token, and the session ends with the time that began when it was sent.
        var trail = await server.JsonAsync(ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"SendDelegationToken"}]}""");
        Assert.Contains(id, trail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(token, trail.Body, StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("ExpiredToken", (await server.QueryAsync(session, "iam", "ListUsers")).Code);
        Assert.Equal("ExpiredTradeInTokenException", (await server.QueryAsync("sts", "GetDelegatedAccessToken", ("TradeInToken", token))).Code);
    }

    private Task<Reply> ReceiveAsync(SigningCredentials credentials, string id) =>
        server.JsonAsync(credentials, "gatehouse", "Gatehouse.ReceiveDelegationToken", $$"""{"DelegationRequestId":"{{id}}"}""");

    private async Task<SigningCredentials> UserAsync(string name, string policy = AllowAll)
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", name)));
        await OkAsync(server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", policy)));
        var key = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
