using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Simulation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Simulation;

public sealed class SimulatePrincipalPolicyTests
{
    private readonly AccountFixture account = new();

    private const string Alice = "arn:aws:iam::111122223333:user/Alice";

    [Fact]
    public void Asks_the_policies_of_a_user_its_groups_and_those_given_PE_52()
    {
        var staff = account.AddGroup("staff");
        account.Change(draft => draft.Put(staff with { InlinePolicies = [new("groups", Allowing("ec2:StopInstances"))] }));
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [account.AddPolicy("read")], Groups = [staff.Id] });

        var results = Call(new() { PolicySourceArn = Alice, ActionNames = ["s3:GetObject", "ec2:StopInstances", "sqs:SendMessage", "sns:Publish"], PolicyInputList = [Allowing("sqs:*")] })
            .EvaluationResults!;

        Assert.Equal(
            ["allowed read", "allowed groups", "allowed PolicyInputList.1", "implicitDeny "],
            results.Select(result => $"{result.EvalDecision} {string.Join(',', result.MatchedStatements!.Select(statement => statement.SourcePolicyId))}"));
    }

    [Fact]
    public void Asks_the_boundary_unless_another_is_given()
    {
        // PE-105
        var bounds = account.AddPolicy("bounds");
        account.Put(account.AddRole("App") with { InlinePolicies = [new("own", Allowing("*"))], PermissionsBoundary = bounds });
        const string app = "arn:aws:iam::111122223333:role/App";

        var own = Call(new() { PolicySourceArn = app, ActionNames = ["s3:GetObject", "ec2:StopInstances"] }).EvaluationResults!;
        var other = Call(new() { PolicySourceArn = app, ActionNames = ["ec2:StopInstances"], PermissionsBoundaryPolicyInputList = [Allowing("ec2:*")] }).EvaluationResults!;

        Assert.Equal(["allowed True", "implicitDeny False"], own.Select(result => $"{result.EvalDecision} {result.PermissionsBoundaryDecisionDetail!.AllowedByPermissionsBoundary}"));
        Assert.Equal("allowed", other[0].EvalDecision);
    }

    [Fact]
    public void Knows_nobody_who_is_not_there()
    {
        account.AddUser("Alice", "/team/");

        account.RefusesMissing("The user with name Alice cannot be found.", () => Call(new() { PolicySourceArn = Alice, ActionNames = ["s3:GetObject"] }));
        account.Refuses<InvalidInputException>(
            400,
            "InvalidInput",
            "Invalid Entity Arn: arn:aws:iam::111122223333:root does not clearly define entity type and name.",
            () => Call(new() { PolicySourceArn = "arn:aws:iam::111122223333:root", ActionNames = ["s3:GetObject"] }));
    }

    [Fact]
    public void Is_checked_on_whom_it_asks_about()
    {
        // PE-116
        account.Put(account.AddUser("Alice") with { Tags = [new("team", "blue")] });

        var needs = account.Needs<SimulatePrincipalPolicy, SimulatePrincipalPolicyRequest>("iam:SimulatePrincipalPolicy", new() { PolicySourceArn = Alice });

        Assert.Equal([$"iam:SimulatePrincipalPolicy {Alice}"], needs.Lines());
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
    }

    private static string Allowing(string action) => Givens.Document.Replace("s3:GetObject", action, StringComparison.Ordinal);

    private SimulatePrincipalPolicyResponse Call(SimulatePrincipalPolicyRequest request) =>
        account.Read<SimulatePrincipalPolicy, SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>(request);
}
