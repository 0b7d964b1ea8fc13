using System.Net;
using Gatehouse.PolicyEngine.Tests.Decisions;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>The worked cases W1 to W101 of the rules, asked of the simulator by signed requests, as far as its inputs can say them.</summary>
public sealed class WorkedCaseTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string A = ServerFixture.Account;
    private const string B = "444455556666";
    private const string Nothing = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"nothing:Nothing","Resource":"*"}}""";

    private static readonly Dictionary<string, TableCase> Cases = TableCase.Load("worked-cases").ToDictionary(one => one.Name);

    // Why the simulator cannot be asked; the engine is, in its own tests.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["W49"] = "a resource policy without principal is refused, not evaluated",
        ["W80"] = "without a resource policy the simulator answers for the caller's side alone [PE-113]",
        ["W101"] = "what policies cannot deny is not simulated: they are asked all the same",
    };

    public static TheoryData<string> Custom => [.. Cases.Values.Where(one => Unsaid(one) is null).Select(one => one.Name)];

    public static TheoryData<string> OfAna => [.. Cases.Values.Where(one => Unsaid(one) is null && one.Fields["caller"].Single() == "user ana").Select(one => one.Name)];

    [Fact]
    public void Cases_that_the_simulator_cannot_be_asked_are_known() => Assert.Equal(
        "W39 W41 W42 W49 W52 W53 W58 W59 W60 W61 W62 W63 W64 W65 W66 W67 W68 W69 W70 W71 W72 W73 W74 W75 W76 W77 W78 W80 W84 W85 W87 W88 W89 W90 W96 W98 W101",
        string.Join(' ', Cases.Values.Where(one => Unsaid(one) is not null).Select(one => one.Name)));

    [Theory]
    [MemberData(nameof(Custom))]
    public async Task Custom_simulation_answers_as_the_rules_say(string name)
    {
        var one = Cases[name];
        var policies = one.Fields["id"].Select(TableCase.Json).DefaultIfEmpty(Nothing).Select((text, index) => ($"PolicyInputList.member.{index + 1}", text));

        await AnswersAsync(one, "SimulateCustomPolicy", [.. policies, ("CallerArn", Caller(one))]);
    }

    [Theory]
    [MemberData(nameof(OfAna))]
    public async Task Simulation_of_a_user_with_these_policies_answers_as_the_rules_say(string name)
    {
        var one = Cases[name];
        Assert.Contains((await server.QueryAsync("iam", "CreateUser", ("UserName", "ana"))).Code, (string?[])[null, "EntityAlreadyExists"]);
        var names = one.Fields["id"].Select((_, index) => $"p{index}").ToArray();
        foreach (var (policy, text) in names.Zip(one.Fields["id"].Select(TableCase.Json)))
        {
            var put = await server.QueryAsync("iam", "PutUserPolicy", ("UserName", "ana"), ("PolicyName", policy), ("PolicyDocument", text));
            Assert.True(put.Status == HttpStatusCode.OK, put.Body);
        }

        await AnswersAsync(one, "SimulatePrincipalPolicy", [("PolicySourceArn", $"arn:aws:iam::{A}:user/ana")]);
        foreach (var policy in names)
        {
            await server.QueryAsync("iam", "DeleteUserPolicy", ("UserName", "ana"), ("PolicyName", policy));
        }
    }

    private async Task AnswersAsync(TableCase one, string operation, (string Name, string Value)[] who)
    {
        var asks = one.Fields["asks"].Single().Split(" on ");
        var parameters = who.Append(("ActionNames.member.1", asks[0])).ToList();
        if (asks[1] != "*")
        {
            parameters.Add(("ResourceArns.member.1", asks[1]));
        }

        parameters.AddRange(one.Fields["pb"].Select((text, index) => ($"PermissionsBoundaryPolicyInputList.member.{index + 1}", TableCase.Json(text))));
        if (OfResource(one) is { } policy)
        {
            parameters.Add(("ResourcePolicy", TableCase.Json(policy)));
            parameters.Add(("ResourceOwner", $"arn:aws:iam::{A}:root"));
        }

        foreach (var (pair, index) in one.Fields["ctx"].Select((text, place) => (text.Split('=', 2), place + 1)))
        {
            var values = pair[0] == "aws:TagKeys" ? pair[1].Split(',') : [pair[1]];
            parameters.Add(($"ContextEntries.member.{index}.ContextKeyName", pair[0]));
            parameters.Add(($"ContextEntries.member.{index}.ContextKeyType", values.Length > 1 ? "stringList" : "string"));
            parameters.AddRange(values.Select((value, number) => ($"ContextEntries.member.{index}.ContextKeyValues.member.{number + 1}", value)));
        }

        var reply = await server.QueryAsync("iam", operation, [.. parameters]);

        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        Assert.Equal(one.Outcome, reply["EvalDecision"]);
    }

    /// <summary>What of a case the simulator has no input for; null when it can be asked.</summary>
    private static string? Unsaid(TableCase one)
    {
        var caller = one.Fields["caller"].Single();
        return !caller.StartsWith("user ", StringComparison.Ordinal) ? "its callers are users [PE-110]"
            : one.Fields.Contains("sp") ? "it simulates no sessions [PE-114]"
            : one.Fields.Any(group => group.Key.StartsWith("rcp", StringComparison.Ordinal) || group.Key == "ep") ? "it simulates neither RCPs nor endpoints [PE-115]"
            : one.Fields.Any(group => group.Key.StartsWith("scp", StringComparison.Ordinal)) ? "SCPs are those of an organization, not an input [PE-115]"
            : Others.GetValueOrDefault(one.Name);
    }

    private static string? OfResource(TableCase one) => one.Fields["rp"].Concat(one.Fields["trust"]).Concat(one.Fields["key"]).FirstOrDefault();

    private static string Caller(TableCase one)
    {
        var caller = one.Fields["caller"].Single()["user ".Length..];
        return caller.EndsWith("@B", StringComparison.Ordinal) ? $"arn:aws:iam::{B}:user/{caller[..^2]}" : $"arn:aws:iam::{A}:user/{caller}";
    }
}
