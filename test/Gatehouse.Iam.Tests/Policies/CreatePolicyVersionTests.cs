using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class CreatePolicyVersionTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_a_version_that_is_not_in_force_until_it_is_chosen()
    {
        var arn = account.AddPolicy("Read");
        account.Clock.Advance(TimeSpan.FromHours(1));

        var second = Call(new() { PolicyArn = arn, PolicyDocument = Givens.Document }).PolicyVersion!;
        var third = Call(new() { PolicyArn = arn, PolicyDocument = Givens.Document, SetAsDefault = true }).PolicyVersion!;

        Assert.Equal(("v2", false, account.Clock.GetUtcNow()), (second.VersionId, second.IsDefaultVersion, second.CreateDate));
        Assert.Equal(("v3", true), (third.VersionId, third.IsDefaultVersion));
        Assert.Null(third.Document);
        var policy = account.Reload().Policies.Find("Read")!;
        Assert.Equal((3, account.Clock.GetUtcNow()), (policy.DefaultVersion, policy.Updated));
    }

    [Fact]
    public void Keeps_five_versions_and_never_uses_a_number_again()
    {
        var arn = account.AddPolicy("Read");
        for (var number = 2; number <= 5; number++)
        {
            Call(new() { PolicyArn = arn, PolicyDocument = Givens.Document });
        }

        account.RefusesMore(
            "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
            () => Call(new() { PolicyArn = arn, PolicyDocument = Givens.Document }));

        account.Write<DeletePolicyVersion, DeletePolicyVersionRequest, DeletePolicyVersionResponse>(new() { PolicyArn = arn, VersionId = "v5" });
        Assert.Equal("v6", Call(new() { PolicyArn = arn, PolicyDocument = Givens.Document }).PolicyVersion!.VersionId);
    }

    [Fact]
    public void Refuses_what_is_no_policy()
    {
        var arn = account.AddPolicy("Read");

        account.RefusesDocument("Syntax errors in policy.", () => Call(new() { PolicyArn = arn, PolicyDocument = "[]" }));
    }

    [Fact]
    public void Refuses_those_of_AWS()
    {
        // PE-16
        account.Refuses<Wire.CommonException>(
            403, "AccessDenied", "Policy is outside your own account.", () => Call(new() { PolicyArn = Givens.ReadOnly, PolicyDocument = Givens.Document }));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
        () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none", PolicyDocument = Givens.Document }));

    [Fact]
    public void Is_checked_on_the_policy() => Assert.Equal(
        ["iam:CreatePolicyVersion arn:aws:iam::111122223333:policy/Read"],
        account.Needs<CreatePolicyVersion, CreatePolicyVersionRequest>("iam:CreatePolicyVersion", new() { PolicyArn = account.AddPolicy("Read") }).Lines());

    private CreatePolicyVersionResponse Call(CreatePolicyVersionRequest request) =>
        account.Write<CreatePolicyVersion, CreatePolicyVersionRequest, CreatePolicyVersionResponse>(request);
}
