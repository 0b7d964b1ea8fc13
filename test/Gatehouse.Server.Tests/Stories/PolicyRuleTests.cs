using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Rules of policies that show only in requests.</summary>
public sealed class PolicyRuleTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string A = ServerFixture.Account;

    [Fact]
    public async Task Document_may_hold_only_letters_of_the_parameter_and_any_escape_PL_2()
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", "letters"));
        Task<Reply> Put(string value) => server.QueryAsync("iam", "PutUserPolicy", ("UserName", "letters"), ("PolicyName", "p"),
            ("PolicyDocument", $$$$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"k:v":"{{{{{value}}}}}"}}}}"""));

        var refused = await Put("€");
        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, (await Put("\\u20ac")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Put("é")).Status);
    }

    [Fact]
    public async Task Principal_keys_say_who_a_user_is_PE_81()
    {
        var who = await NewUserAsync("who");
        await PutAsync("who", $$$$$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{
             "ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::{{{{{A}}}}}:user/who"},"StringLike":{"aws:userid":"AIDA*"},"StringEquals":{"aws:username":"who","aws:PrincipalType":"User"},"Null":{"aws:TokenIssueTime":"true"}}}}
            """);

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(who, "iam", "ListUsers")).Status);
    }

    [Fact]
    public async Task Session_keeps_its_own_policy_and_reads_the_role_live_PE_49_PE_50()
    {
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "live"), ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"sts:AssumeRole"}}"""));
        await PutRoleAsync("iam:*");
        var caller = await NewUserAsync("assumer");
        await PutAsync("assumer", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}""");
        var assumed = await server.QueryAsync(caller, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{A}:role/live"), ("RoleSessionName", "s1"),
            ("Policy", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:List*","Resource":"*"}}"""));
        var session = new SigningCredentials(assumed["AccessKeyId"]!, assumed["SecretAccessKey"]!, assumed["SessionToken"]!);

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(session, "iam", "ListUsers")).Status);
        Assert.Contains("no session policy allows", (await server.QueryAsync(session, "iam", "GetAccountSummary")).Message, StringComparison.Ordinal);
        await PutRoleAsync("iam:Get*");
        Assert.Contains("no identity-based policy allows", (await server.QueryAsync(session, "iam", "ListUsers")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managed_session_policy_is_read_live_and_never_another_of_its_name_AU_311()
    {
        const string allowUsers = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";
        const string allowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
        var arn = (await server.QueryAsync("iam", "CreatePolicy", ("PolicyName", "narrow"), ("PolicyDocument", allowUsers)))["Arn"]!;
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "narrowed"), ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"sts:AssumeRole"}}"""));
        await server.QueryAsync("iam", "PutRolePolicy", ("RoleName", "narrowed"), ("PolicyName", "p"), ("PolicyDocument", allowAll));
        var caller = await NewUserAsync("narrower");
        await PutAsync("narrower", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}""");
        var assumed = await server.QueryAsync(caller, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{A}:role/narrowed"), ("RoleSessionName", "s1"),
            ("PolicyArns.member.1.arn", arn), ("PolicyArns.member.2.arn", "arn:aws:iam::aws:policy/AWSAccountUsageReportAccess"));
        var session = new SigningCredentials(assumed["AccessKeyId"]!, assumed["SecretAccessKey"]!, assumed["SessionToken"]!);
        Task<Reply> Ask(string action) => server.QueryAsync(session, "iam", action);

        Assert.Equal(HttpStatusCode.OK, (await Ask("ListUsers")).Status);
        Assert.Contains("no session policy allows", (await Ask("GetAccountSummary")).Message, StringComparison.Ordinal);

        await server.QueryAsync("iam", "CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", allowAll), ("SetAsDefault", "true"));
        Assert.Equal(HttpStatusCode.OK, (await Ask("GetAccountSummary")).Status);

        await server.QueryAsync("iam", "DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        await server.QueryAsync("iam", "DeletePolicy", ("PolicyArn", arn));
        Assert.Equal(arn, (await server.QueryAsync("iam", "CreatePolicy", ("PolicyName", "narrow"), ("PolicyDocument", allowAll)))["Arn"]);
        Assert.EndsWith(" because a policy that applies is missing or cannot be read", (await Ask("ListUsers")).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask("GetAccountSummary")).Status);
    }

    [Fact]
    public async Task Role_may_be_passed_to_a_service_it_does_not_trust_PE_84()
    {
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "untrusting"), ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"sts:AssumeRole"}}"""));
        await server.QueryAsync("iam", "CreateInstanceProfile", ("InstanceProfileName", "profile"));
        var passer = await NewUserAsync("passer");
        await PutAsync("passer", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:AddRoleToInstanceProfile","iam:PassRole"],"Resource":"*"}}""");

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(passer, "iam", "AddRoleToInstanceProfile", ("InstanceProfileName", "profile"), ("RoleName", "untrusting"))).Status);
    }

    [Fact]
    public async Task Refusal_has_the_code_of_its_protocol_PE_98()
    {
        var nobody = await NewUserAsync("nobody");

        var query = await server.QueryAsync(nobody, "iam", "ListUsers");
        var json = await server.JsonAsync(nobody, "organizations", "AWSOrganizationsV20161128.ListAccounts", "{}");

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (query.Status, query.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "AccessDeniedException"), (json.Status, json.Code));
    }

    private Task<Reply> PutRoleAsync(string action) => server.QueryAsync("iam", "PutRolePolicy", ("RoleName", "live"), ("PolicyName", "p"),
        ("PolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{{action}}}","Resource":"*"}}"""));

    private Task<Reply> PutAsync(string user, string policy) => server.QueryAsync("iam", "PutUserPolicy", ("UserName", user), ("PolicyName", "p"), ("PolicyDocument", policy));

    private async Task<SigningCredentials> NewUserAsync(string name)
    {
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("iam", "CreateUser", ("UserName", name))).Status);
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }
}
