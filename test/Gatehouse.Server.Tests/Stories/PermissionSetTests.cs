using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>A permission set from its making to its end, over the wire: given to somebody in a member account, a role there that nobody can change, and gone again [AU-852, PE-16].</summary>
public sealed class PermissionSetTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    [Fact]
    public async Task An_assignment_puts_a_role_into_a_member_account_that_nobody_there_can_change_and_takes_it_away_again()
    {
        var boss = await UserAsync("boss", AllowAll);
        var inside = await MemberAsync(boss);
        var instance = Text(await AdminAsync(boss, "CreateInstance", """{"Name":"corp"}"""), "InstanceArn");
        var store = Text(await AdminAsync(boss, "DescribeInstance", $$"""{"InstanceArn":"{{instance}}"}"""), "IdentityStoreId");
        var person = Text(
            Json(await OkAsync(server.JsonAsync(boss, "identitystore", "AWSIdentityStore.CreateUser",
                $$"""{"IdentityStoreId":"{{store}}","UserName":"ada","DisplayName":"Ada","Name":{"GivenName":"Ada","FamilyName":"L"} }"""))),
            "UserId");
        var set = Text((await AdminAsync(boss, "CreatePermissionSet", $$"""{"InstanceArn":"{{instance}}","Name":"Readers","Description":"reads"}""")).GetProperty("PermissionSet"), "PermissionSetArn");
        var both = $"\"InstanceArn\":\"{instance}\",\"PermissionSetArn\":\"{set}\"";
        await AdminAsync(boss, "AttachManagedPolicyToPermissionSet", $$"""{ {{both}},"ManagedPolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}""");
        await AdminAsync(boss, "PutInlinePolicyToPermissionSet", $$"""{ {{both}},"InlinePolicy":{{JsonSerializer.Serialize(AllowAll)}} }""");

        // It comes.
        var assignment = $$"""{ {{both}},"TargetId":"{{member}}","TargetType":"AWS_ACCOUNT","PrincipalType":"USER","PrincipalId":"{{person}}"}""";
        var created = (await AdminAsync(boss, "CreateAccountAssignment", assignment)).GetProperty("AccountAssignmentCreationStatus");
        Assert.Equal("SUCCEEDED", await EndAsync(boss, instance, "Creation", Text(created, "RequestId")));
        var listed = await OkAsync(server.QueryAsync(inside, "iam", "ListRoles", ("PathPrefix", "/aws-reserved/sso.amazonaws.com/")));
        var name = listed["RoleName"]!;
        Assert.StartsWith("AWSReservedSSO_Readers_", name, StringComparison.Ordinal);
        var role = await OkAsync(server.QueryAsync(inside, "iam", "GetRole", ("RoleName", name)));
        Assert.Equal(("reads", "43200"), (role["Description"], role["MaxSessionDuration"]));
        Assert.Contains("_DO_NOT_DELETE", Uri.UnescapeDataString(role["AssumeRolePolicyDocument"]!), StringComparison.Ordinal);
        Assert.Equal("ReadOnlyAccess", (await OkAsync(server.QueryAsync(inside, "iam", "ListAttachedRolePolicies", ("RoleName", name))))["PolicyName"]);
        Assert.Equal(AllowAll, Uri.UnescapeDataString((await OkAsync(server.QueryAsync(inside, "iam", "GetRolePolicy", ("RoleName", name), ("PolicyName", "AwsSSOInlinePolicy"))))["PolicyDocument"]!));

        // It is nobody's to change.
        await OkAsync(server.QueryAsync(inside, "iam", "CreateInstanceProfile", ("InstanceProfileName", "profile")));
        (string Action, (string, string)[] Parameters)[] changes =
        [
            ("DeleteRole", []),
            ("UpdateRole", [("Description", "mine")]),
            ("UpdateRoleDescription", [("Description", "mine")]),
            ("UpdateAssumeRolePolicy", [("PolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}""")]),
            ("AttachRolePolicy", [("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess")]),
            ("DetachRolePolicy", [("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess")]),
            ("PutRolePolicy", [("PolicyName", "p"), ("PolicyDocument", AllowAll)]),
            ("DeleteRolePolicy", [("PolicyName", "AwsSSOInlinePolicy")]),
            ("PutRolePermissionsBoundary", [("PermissionsBoundary", "arn:aws:iam::aws:policy/ReadOnlyAccess")]),
            ("DeleteRolePermissionsBoundary", []),
            ("TagRole", [("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "b")]),
            ("UntagRole", [("TagKeys.member.1", "a")]),
            ("AddRoleToInstanceProfile", [("InstanceProfileName", "profile")]),
        ];
        foreach (var (action, parameters) in changes)
        {
            var refusal = await server.QueryAsync(inside, "iam", action, [("RoleName", name), .. parameters]);
            Assert.Equal((action, HttpStatusCode.BadRequest, "UnmodifiableEntity"), (action, refusal.Status, refusal.Code));
        }

        Assert.Equal("AccessDenied", (await server.QueryAsync(inside, "sts", "AssumeRole", ("RoleArn", role["Arn"]!), ("RoleSessionName", "inside"))).Code);

        // It goes.
        Assert.Equal("ConflictException", (await SendAsync(boss, "DeletePermissionSet", "{" + both + "}")).Code);
        var deleted = (await AdminAsync(boss, "DeleteAccountAssignment", assignment)).GetProperty("AccountAssignmentDeletionStatus");
        Assert.Equal("SUCCEEDED", await EndAsync(boss, instance, "Deletion", Text(deleted, "RequestId")));
        Assert.Equal("NoSuchEntity", (await server.QueryAsync(inside, "iam", "GetRole", ("RoleName", name))).Code);
        await AdminAsync(boss, "DeletePermissionSet", "{" + both + "}");
    }

    [Fact]
    public async Task Policies_say_who_may_do_what_to_which_permission_set()
    {
        var reader = await UserAsync("reader", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sso:List*","Resource":"*"}}""");

        await AdminAsync(reader, "ListInstances", "{}");
        var denied = await SendAsync(reader, "CreateInstance", "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "AccessDeniedException"), (denied.Status, denied.Code));
        Assert.Contains("is not authorized to perform: sso:CreateInstance on resource: arn:aws:sso:::instance/* because no identity-based policy allows the sso:CreateInstance action", denied.Body, StringComparison.Ordinal);
    }

    private string member = "";

    // An organization with a member, and somebody who may do everything there.
    private async Task<SigningCredentials> MemberAsync(SigningCredentials boss)
    {
        await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateOrganization", "{}"));
        var asked = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateAccount", """{"AccountName":"dev","Email":"dev@example.com"}""")));
        var request = Text(asked.GetProperty("CreateAccountStatus"), "Id");
        JsonElement status;
        do
        {
            status = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.DescribeCreateAccountStatus", $$"""{"CreateAccountRequestId":"{{request}}"}"""))).GetProperty("CreateAccountStatus");
        }
        while (Text(status, "State") == "IN_PROGRESS");
        member = Text(status, "AccountId");
        var session = await OkAsync(server.QueryAsync(boss, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{member}:role/OrganizationAccountAccessRole"), ("RoleSessionName", "boss")));
        return new(session["AccessKeyId"]!, session["SecretAccessKey"]!, session["SessionToken"]!);
    }

    private async Task<string> EndAsync(SigningCredentials who, string instance, string what, string request)
    {
        JsonElement status;
        do
        {
            status = (await AdminAsync(who, $"DescribeAccountAssignment{what}Status", $$"""{"InstanceArn":"{{instance}}","AccountAssignment{{what}}RequestId":"{{request}}"}"""))
                .GetProperty($"AccountAssignment{what}Status");
        }
        while (Text(status, "Status") == "IN_PROGRESS");
        return Text(status, "Status");
    }

    private Task<Reply> SendAsync(SigningCredentials who, string operation, string body) => server.JsonAsync(who, "sso", "SWBExternalService." + operation, body);

    private async Task<JsonElement> AdminAsync(SigningCredentials who, string operation, string body) => Json(await OkAsync(SendAsync(who, operation, body)));

    private async Task<SigningCredentials> UserAsync(string name, string policy)
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", name)));
        await OkAsync(server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", policy)));
        var key = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private static JsonElement Json(Reply reply) => JsonDocument.Parse(reply.Body).RootElement;

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
