using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Sessions are listed and ended through Gatehouse's own service, over the wire [AU-340, AU-10].</summary>
public sealed class EndedSessionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    [Fact]
    public async Task One_session_ends_on_its_next_request_and_others_go_on()
    {
        var user = await NewUserAsync("one");
        await NewRoleAsync("one");
        var (stolen, mine) = (await AssumeAsync(user, "one", "thief"), await AssumeAsync(user, "one", "me"));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(stolen, "sts", "GetCallerIdentity")).Status);
        var listed = await ListAsync($$"""{"AccessKeyId":"{{stolen.AccessKeyId}}"}""");
        var session = Assert.Single(listed);
        Assert.Equal("thief", session.GetProperty("SessionName").GetString());
        Assert.Equal("sts", session.GetProperty("LastUsedService").GetString());

        var answer = await OwnAsync("RevokeSession", $$"""{"SessionId":"{{session.GetProperty("SessionId").GetString()}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(stolen));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(mine));
        Assert.Empty(await ListAsync($$"""{"AccessKeyId":"{{stolen.AccessKeyId}}"}"""));
        Assert.Equal("UnrecognizedClientException", (await server.JsonAsync(stolen, "organizations", "AWSOrganizationsV20161128.DescribeOrganization", "{}")).Code);
    }

    [Fact]
    public async Task All_of_a_role_end_and_what_is_made_later_is_good()
    {
        var user = await NewUserAsync("all");
        await NewRoleAsync("all");
        var before = await AssumeAsync(user, "all", "s1");
        var unused = await AssumeAsync(user, "all", "s2");
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(before));

        Assert.Equal(HttpStatusCode.OK, (await OwnAsync("RevokeSessions", """{"PrincipalArn":"arn:aws:iam::111122223333:role/all"}""")).Status);

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(before));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(unused));
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(await AssumeAsync(user, "all", "s1")));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(user));
    }

    [Fact]
    public async Task Users_sessions_and_those_they_federated_end_together_and_their_keys_live_on()
    {
        var user = await NewUserAsync("uma");
        var session = CredentialsIn(await server.QueryAsync(user, "sts", "GetSessionToken"));
        var federated = CredentialsIn(await server.QueryAsync(user, "sts", "GetFederationToken", ("Name", "ben"), ("Policy", AllowAll)));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(federated));

        Assert.Equal(HttpStatusCode.OK, (await OwnAsync("RevokeSessions", """{"PrincipalArn":"arn:aws:iam::111122223333:user/uma"}""")).Status);

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(session));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(federated));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(user));
    }

    [Fact]
    public async Task Only_those_made_before_a_moment_end()
    {
        var user = await NewUserAsync("when");
        await NewRoleAsync("when");
        var old = await AssumeAsync(user, "when", "s1");
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        var young = await AssumeAsync(user, "when", "s2");

        await OwnAsync("RevokeSessions", $$"""{"PrincipalArn":"arn:aws:iam::111122223333:role/when","IssuedBefore":{{server.Clock.GetUtcNow().ToUnixTimeSeconds()}}}""");

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(old));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(young));
    }

    [Fact]
    public async Task Nobody_lists_or_ends_without_permission()
    {
        var user = await NewUserAsync("nobody", policy: """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"gatehouse:RevokeSession","Resource":"*","Condition":{"ArnLike":{"gatehouse:PrincipalArn":"arn:aws:iam::111122223333:role/theirs"}}}}""");
        await NewRoleAsync("theirs");
        await NewRoleAsync("others");
        var admin = await NewUserAsync("admin");
        var (theirs, others) = (await AssumeAsync(admin, "theirs", "s1"), await AssumeAsync(admin, "others", "s1"));

        Assert.Equal("AccessDeniedException", (await server.JsonAsync(user, "gatehouse", "Gatehouse.ListSessions", "{}")).Code);
        Assert.Equal("AccessDeniedException", (await server.JsonAsync(user, "gatehouse", "Gatehouse.RevokeSessions", """{"PrincipalArn":"arn:aws:iam::111122223333:role/theirs"}""")).Code);
        Assert.Equal("AccessDeniedException", (await RevokeAsync(user, others)).Code);
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync(theirs));
        Assert.Equal(HttpStatusCode.OK, (await RevokeAsync(user, theirs)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), await CallAsync(theirs));

        async Task<Reply> RevokeAsync(SigningCredentials by, SigningCredentials whose)
        {
            var session = Assert.Single(await ListAsync($$"""{"AccessKeyId":"{{whose.AccessKeyId}}"}"""));
            return await server.JsonAsync(by, "gatehouse", "Gatehouse.RevokeSession", $$"""{"SessionId":"{{session.GetProperty("SessionId").GetString()}}"}""");
        }
    }

    [Fact]
    public async Task The_trail_tells_who_ended_them()
    {
        await NewRoleAsync("told");
        await OwnAsync("RevokeSessions", """{"PrincipalArn":"arn:aws:iam::111122223333:role/told"}""");

        var events = await server.JsonAsync(
            ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
            """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"RevokeSessions"}]}""");

        Assert.Contains("role/told", events.Body, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string? Code)> CallAsync(SigningCredentials credentials)
    {
        var reply = await server.QueryAsync(credentials, "sts", "GetCallerIdentity");
        return (reply.Status, reply.Code);
    }

    private Task<Reply> OwnAsync(string operation, string body) => server.JsonAsync(ServerFixture.Root, "gatehouse", "Gatehouse." + operation, body);

    private async Task<List<JsonElement>> ListAsync(string body)
    {
        var reply = await OwnAsync("ListSessions", body);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return JsonDocument.Parse(reply.Body).RootElement.GetProperty("Sessions").EnumerateArray().ToList();
    }

    private async Task NewRoleAsync(string name)
    {
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("iam", "CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", trust))).Status);
    }

    private async Task<SigningCredentials> NewUserAsync(string name, string policy = AllowAll)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", name));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", policy))).Status);
        return CredentialsIn(await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
    }

    private async Task<SigningCredentials> AssumeAsync(SigningCredentials by, string role, string session) =>
        CredentialsIn(await server.QueryAsync(by, "sts", "AssumeRole", ("RoleArn", "arn:aws:iam::111122223333:role/" + role), ("RoleSessionName", session)));

    private static SigningCredentials CredentialsIn(Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply.Body.Contains("SessionToken", StringComparison.Ordinal) ? reply["SessionToken"] : null);
    }
}
