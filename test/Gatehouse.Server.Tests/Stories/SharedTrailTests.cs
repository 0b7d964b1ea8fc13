using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Who of another account assumes a role is seen in the trails of both accounts (AWS: "Logging IAM and AWS STS API calls", cross-account AssumeRole).</summary>
public sealed class SharedTrailTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_role_s_account_sees_who_of_another_account_assumes_it() // [AU-304]
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", "boss")));
        await OkAsync(server.QueryAsync("iam", "PutUserPolicy", ("UserName", "boss"), ("PolicyName", "all"), ("PolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")));
        var key = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", "boss")));
        var boss = new SigningCredentials(key["AccessKeyId"]!, key["SecretAccessKey"]!);
        await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateOrganization", "{}"));
        var request = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateAccount", """{"AccountName":"dev","Email":"dev@example.com"}"""))).GetProperty("CreateAccountStatus").GetProperty("Id");
        JsonElement status;
        do
        {
            status = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.DescribeCreateAccountStatus", $$"""{"CreateAccountRequestId":"{{request}}"}"""))).GetProperty("CreateAccountStatus");
        }
        while (status.GetProperty("State").GetString() == "IN_PROGRESS");
        var role = $"arn:aws:iam::{status.GetProperty("AccountId").GetString()}:role/OrganizationAccountAccessRole";
        Assert.Equal("AccessDenied", (await server.QueryAsync(boss, "sts", "AssumeRole", ("RoleArn", role + "s"), ("RoleSessionName", "refused"))).Code);
        var got = await OkAsync(server.QueryAsync(boss, "sts", "AssumeRole", ("RoleArn", role), ("RoleSessionName", "taken")));

        var here = await EventsAsync(ServerFixture.Root);
        var there = Assert.Single(await EventsAsync(new(got["AccessKeyId"]!, got["SecretAccessKey"]!, got["SessionToken"]!)));

        var mine = Assert.Single(here, static found => !found.TryGetProperty("errorCode", out _));
        Assert.Equal(mine.GetProperty("sharedEventID").GetString(), there.GetProperty("sharedEventID").GetString());
        Assert.NotEqual(mine.GetProperty("eventID").GetString(), there.GetProperty("eventID").GetString());
        Assert.Equal("IAMUser", mine.GetProperty("userIdentity").GetProperty("type").GetString());
        Assert.StartsWith("""{"type":"AWSAccount","principalId":"AIDA""", there.GetProperty("userIdentity").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("111122223333", role[13..25]), (there.GetProperty("userIdentity").GetProperty("accountId").GetString(), there.GetProperty("recipientAccountId").GetString()));
        Assert.Equal(got["AccessKeyId"], there.GetProperty("responseElements").GetProperty("credentials").GetProperty("accessKeyId").GetString());
        Assert.False(Assert.Single(here, static found => found.TryGetProperty("errorCode", out _)).TryGetProperty("sharedEventID", out _));
    }

    // Events that changed nothing are written four times a second of the server's own clock.
    private async Task<List<JsonElement>> EventsAsync(SigningCredentials who)
    {
        for (var tries = 0; ; tries++)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(250));
            var reply = await OkAsync(server.JsonAsync(who, "cloudtrail", "CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"AssumeRole"}]}"""));
            var found = Json(reply).GetProperty("Events").EnumerateArray().Select(one => JsonDocument.Parse(one.GetProperty("CloudTrailEvent").GetString()!).RootElement).ToList();
            if (tries > 50 || found.Exists(static one => one.GetRawText().Contains("\"taken\"", StringComparison.Ordinal)))
            {
                return found;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static JsonElement Json(Reply reply) => JsonDocument.Parse(reply.Body).RootElement;

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
