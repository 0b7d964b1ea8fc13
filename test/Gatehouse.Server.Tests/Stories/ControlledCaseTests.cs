using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>The worked cases about SCPs, asked of the simulator in an organization whose accounts have them.</summary>
public sealed class ControlledCaseTests(ServerFixture server) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Full = "p-FullAWSAccess";
    private string root = "";
    private string unit = "";
    private string member = "";
    private SigningCredentials administrator = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assert.NotNull((await CallAsync("CreateOrganization", new() { ["FeatureSet"] = "ALL" }))["Organization"]);
        root = At(await CallAsync("ListRoots", []), "Roots", 0, "Id");
        await CallAsync("EnablePolicyType", new() { ["RootId"] = root, ["PolicyType"] = "SERVICE_CONTROL_POLICY" });
        unit = At(await CallAsync("CreateOrganizationalUnit", new() { ["ParentId"] = root, ["Name"] = "unit" }), "OrganizationalUnit", "Id");
        var created = await CallAsync("CreateAccount", new() { ["AccountName"] = "member", ["Email"] = "member@example.com" });
        do
        {
            await Task.Delay(20);
            created = await CallAsync("DescribeCreateAccountStatus", new() { ["CreateAccountRequestId"] = At(created, "CreateAccountStatus", "Id") });
        }
        while (At(created, "CreateAccountStatus", "State") == "IN_PROGRESS");
        member = At(created, "CreateAccountStatus", "AccountId");
        await CallAsync("MoveAccount", new() { ["AccountId"] = member, ["SourceParentId"] = root, ["DestinationParentId"] = unit });

        // Root cannot assume roles: a user of the management account goes into the member's.
        await OkAsync(ServerFixture.Root, "iam", "CreateUser", ("UserName", "admin"));
        await OkAsync(ServerFixture.Root, "iam", "AttachUserPolicy", ("UserName", "admin"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        var key = await OkAsync(ServerFixture.Root, "iam", "CreateAccessKey", ("UserName", "admin"));
        var session = await OkAsync(
            new(key["AccessKeyId"]!, key["SecretAccessKey"]!), "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{member}:role/OrganizationAccountAccessRole"), ("RoleSessionName", "story"));
        administrator = new(session["AccessKeyId"]!, session["SecretAccessKey"]!, session["SessionToken"]!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_simulator_knows_the_control_policies_of_the_organization()
    {
        foreach (var who in (SigningCredentials[])[administrator, ServerFixture.Root])
        {
            await OkAsync(who, "iam", "CreateUser", ("UserName", "ana"));
            await OkAsync(who, "iam", "PutUserPolicy", ("UserName", "ana"), ("PolicyName", "all"), ("PolicyDocument", Everything));
        }

        Assert.Equal("allowed", await DecisionAsync(administrator, member));

        // W71 [PE-35]: one level of the tree has no allow for it.
        var machines = await PolicyAsync("machines", Everything.Replace("\"*\",\"Resource\"", "[\"ec2:*\",\"iam:*\"],\"Resource\"", StringComparison.Ordinal));
        await CallAsync("AttachPolicy", new() { ["PolicyId"] = machines, ["TargetId"] = unit });
        await CallAsync("DetachPolicy", new() { ["PolicyId"] = Full, ["TargetId"] = unit });
        Assert.Equal("implicitDeny", await DecisionAsync(administrator, member));

        // W76: nor does what a bucket policy grants the user help.
        await OkAsync(administrator, "iam", "DeleteUserPolicy", ("UserName", "ana"), ("PolicyName", "all"));
        var bucket = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{member}}}:user/ana"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/*"}}""";
        (string, string)[] granted = [("ResourcePolicy", bucket), ("ResourceOwner", $"arn:aws:iam::{member}:root")];
        Assert.Equal("implicitDeny", await DecisionAsync(administrator, member, granted));

        // W72: each level allows it, by different policies.
        var objects = await PolicyAsync("objects", Everything.Replace("\"*\",\"Resource\"", "\"s3:*\",\"Resource\"", StringComparison.Ordinal));
        await CallAsync("AttachPolicy", new() { ["PolicyId"] = objects, ["TargetId"] = unit });
        Assert.Equal("allowed", await DecisionAsync(administrator, member, granted));

        // W74 [PE-36]: a principal of the management account is bound by none.
        var nothing = await PolicyAsync("nothing", Everything.Replace("Allow", "Deny", StringComparison.Ordinal).Replace("\"*\",\"Resource\"", "\"s3:*\",\"Resource\"", StringComparison.Ordinal));
        await CallAsync("AttachPolicy", new() { ["PolicyId"] = nothing, ["TargetId"] = root });
        Assert.Equal("explicitDeny", await DecisionAsync(administrator, member, granted));
        Assert.Equal("allowed", await DecisionAsync(ServerFixture.Root, ServerFixture.Account));
    }

    private async Task<string> DecisionAsync(SigningCredentials who, string account, params (string, string)[] more) => (await OkAsync(
        who, "iam", "SimulatePrincipalPolicy",
        [("PolicySourceArn", $"arn:aws:iam::{account}:user/ana"), ("ActionNames.member.1", "s3:GetObject"), ("ResourceArns.member.1", "arn:aws:s3:::bkt/a.txt"), .. more]))["EvalDecision"]!;

    private async Task<string> PolicyAsync(string name, string content) =>
        At(await CallAsync("CreatePolicy", new() { ["Name"] = name, ["Description"] = "", ["Type"] = "SERVICE_CONTROL_POLICY", ["Content"] = content }), "Policy", "PolicySummary", "Id");

    private static string At(JsonNode node, params object[] path) =>
        path.Aggregate(node, (at, step) => (step is int place ? at[place] : at[(string)step])!).GetValue<string>();

    private async Task<JsonObject> CallAsync(string operation, JsonObject request)
    {
        var reply = await server.JsonAsync(ServerFixture.Root, "organizations", "AWSOrganizationsV20161128." + operation, request.ToJsonString());
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply.Body.Length == 0 ? [] : JsonNode.Parse(reply.Body)!.AsObject();
    }

    private async Task<Reply> OkAsync(SigningCredentials who, string service, string action, params (string, string)[] parameters)
    {
        var reply = await server.QueryAsync(who, service, action, parameters);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
