using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Simulation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Simulation;

public sealed class SimulateCustomPolicyTests
{
    private readonly AccountFixture account = new();

    private const string Region =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}""";

    [Fact]
    public void Answers_each_action_on_each_resource()
    {
        // PE-117 to PE-120
        var results = Call(new()
        {
            PolicyInputList = [Givens.Document], ActionNames = ["s3:GetObject", "s3:PutObject"], ResourceArns = ["arn:aws:s3:::a/1", "arn:aws:s3:::b/2"],
        }).EvaluationResults!;

        Assert.Equal(["s3:GetObject allowed", "s3:PutObject implicitDeny"], results.Select(result => $"{result.EvalActionName} {result.EvalDecision}"));
        Assert.Equal(
            ["arn:aws:s3:::a/1 allowed", "arn:aws:s3:::b/2 allowed"],
            results[0].ResourceSpecificResults!.Select(result => $"{result.EvalResourceName} {result.EvalResourceDecision}"));
        Assert.Equal("arn:aws:s3:::${BucketName}/${ObjectName}", results[0].EvalResourceName);
        var matched = Assert.Single(results[0].MatchedStatements!);
        Assert.Equal(("PolicyInputList.1", "IAM Policy"), (matched.SourcePolicyId, matched.SourcePolicyType));
        Assert.Equal((1, 38), (matched.StartPosition!.Line, matched.StartPosition.Column));
        Assert.Null(results[0].OrganizationsDecisionDetail);
        Assert.Null(results[0].PermissionsBoundaryDecisionDetail);
    }

    [Fact]
    public void Says_which_keys_it_was_not_given()
    {
        // PE-111, PE-121
        SimulateCustomPolicyRequest asked = new() { PolicyInputList = [Region], ActionNames = ["s3:GetObject"] };

        var without = Call(asked).EvaluationResults![0];
        var with = Call(new()
        {
            PolicyInputList = asked.PolicyInputList,
            ActionNames = asked.ActionNames,
            ContextEntries = [new() { ContextKeyName = "aws:RequestedRegion", ContextKeyType = "string", ContextKeyValues = ["eu-west-1"] }],
        }).EvaluationResults![0];

        Assert.Equal("implicitDeny", without.EvalDecision);
        Assert.Equal(["aws:RequestedRegion"], without.MissingContextValues!);
        Assert.Equal("allowed", with.EvalDecision);
        Assert.Empty(with.MissingContextValues!);
    }

    [Fact]
    public void Says_what_the_boundary_alone_answers()
    {
        var result = Call(new()
        {
            PolicyInputList = [Givens.Document],
            PermissionsBoundaryPolicyInputList = [Givens.Document.Replace("s3:GetObject", "ec2:*", StringComparison.Ordinal)],
            ActionNames = ["s3:GetObject"],
        }).EvaluationResults![0];

        Assert.Equal(("implicitDeny", false), (result.EvalDecision, result.PermissionsBoundaryDecisionDetail!.AllowedByPermissionsBoundary));
    }

    [Fact]
    public void Shows_both_sides_across_accounts()
    {
        // PE-122
        var result = Call(new()
        {
            PolicyInputList = [Givens.Document],
            ActionNames = ["s3:GetObject"],
            ResourceArns = ["arn:aws:s3:::b/k"],
            ResourceOwner = "arn:aws:iam::444455556666:root",
            CallerArn = "arn:aws:iam::111122223333:user/Alice",
            ResourcePolicy = Givens.Document.Replace("\"Action\"", "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\"", StringComparison.Ordinal),
        }).EvaluationResults![0].ResourceSpecificResults![0];

        Assert.Equal("allowed", result.EvalResourceDecision);
        Assert.Equal(["IAM Policy=allowed", "Resource Policy=allowed"], result.EvalDecisionDetails!.Select(pair => $"{pair.Key}={pair.Value}").Order());
    }

    [Fact]
    public void Pages_over_actions()
    {
        SimulateCustomPolicyRequest asked = new() { PolicyInputList = [Givens.Document], ActionNames = ["s3:A", "s3:GetObject", "s3:A"], MaxItems = 2 };

        var first = Call(asked);
        var second = Call(new() { PolicyInputList = asked.PolicyInputList, ActionNames = asked.ActionNames, Marker = first.Marker });

        Assert.Equal(["s3:A", "s3:GetObject", "s3:A"], first.EvaluationResults!.Concat(second.EvaluationResults!).Select(result => result.EvalActionName));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Refuses_what_it_cannot_read()
    {
        // PE-104, PE-110
        Assert.Throws<InvalidInputException>(() => Call(new() { PolicyInputList = ["{"], ActionNames = ["s3:GetObject"] }));
        Assert.Throws<InvalidInputException>(() => Call(new() { PolicyInputList = [Givens.Document], ActionNames = ["s3:GetObject"], CallerArn = "arn:aws:iam::111122223333:role/App" }));
        Assert.Throws<InvalidInputException>(() => Call(new()
        {
            PolicyInputList = [Givens.Document], ActionNames = ["s3:GetObject"], ContextEntries = [new() { ContextKeyName = "k:e", ContextKeyType = "ip", ContextKeyValues = ["nowhere"] }],
        }));
    }

    [Fact]
    public void Refuses_a_question_without_end() => account.Refuses<InvalidInputException>(
        400,
        "InvalidInput",
        "The number of actions times the number of resources must not exceed 20000.",
        () => Call(new()
        {
            PolicyInputList = [Givens.Document], ActionNames = [.. Enumerable.Repeat("s3:GetObject", 100)], ResourceArns = [.. Enumerable.Repeat("*", 201)],
        }));

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        // PE-116
        Assert.Equal(
            ["iam:SimulateCustomPolicy *"], account.Needs<SimulateCustomPolicy, SimulateCustomPolicyRequest>("iam:SimulateCustomPolicy", new()).Lines());
    }

    private SimulateCustomPolicyResponse Call(SimulateCustomPolicyRequest request) =>
        account.Read<SimulateCustomPolicy, SimulateCustomPolicyRequest, SimulateCustomPolicyResponse>(request);
}
