using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class GetPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Counts_who_holds_it_and_whom_it_bounds()
    {
        var arn = account.AddPolicy("Read");
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [arn], PermissionsBoundary = arn });
        account.Put(account.AddRole("App") with { AttachedPolicies = [arn] });

        var policy = Call(new() { PolicyArn = arn }).Policy!;

        Assert.Equal((2, 1), (policy.AttachmentCount, policy.PermissionsBoundaryUsageCount));
        Assert.Empty(policy.Tags!);
    }

    [Fact]
    public void Shows_policies_of_AWS()
    {
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [Givens.ReadOnly] });

        var policy = Call(new() { PolicyArn = Givens.ReadOnly }).Policy!;

        Assert.Equal((Givens.ReadOnly, "ReadOnlyAccess", 1), (policy.Arn, policy.PolicyName, policy.AttachmentCount));
        Assert.StartsWith("ANPA", policy.PolicyId);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/none")]
    [InlineData("arn:aws:iam::111122223333:policy/read")]
    [InlineData("arn:aws:iam::111122223333:policy/team/Read")]
    [InlineData("arn:aws:iam::444455556666:policy/Read")]
    [InlineData("arn:aws:iam::aws:policy/None")]
    public void Knows_a_policy_by_exactly_its_ARN(string arn)
    {
        account.AddPolicy("Read");

        account.RefusesMissing($"Policy {arn} was not found.", () => Call(new() { PolicyArn = arn }));
    }

    [Theory]
    [InlineData("a-name-that-is-no-ARN-at-all")]
    [InlineData("arn:aws:iam::111122223333:user/policy")]
    [InlineData("arn:aws:s3:::policy/that-is-not-one")]
    public void Refuses_what_is_not_the_ARN_of_a_policy(string arn) =>
        account.RefusesValue($"ARN {arn} is not valid.", () => Call(new() { PolicyArn = arn }));

    [Fact]
    public void Is_checked_on_the_policy_and_prints_it()
    {
        // PE-95
        var arn = account.AddPolicy("Read");
        account.Put(account.Account.Policies.Find("Read")! with { Tags = [new("team", "blue")] });

        var needs = account.Needs<GetPolicy, GetPolicyRequest>("iam:GetPolicy", new() { PolicyArn = arn });

        Assert.Equal([$"iam:GetPolicy {arn}"], needs.Lines());
        Assert.Equal($"policy {arn}", needs.Printed);
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
        Assert.Null(needs.Value("iam:ResourceTag/team"));
    }

    [Fact]
    public void Tells_a_stranger_nothing_of_what_is_no_ARN()
    {
        var needs = account.Needs<GetPolicy, GetPolicyRequest>("iam:GetPolicy", new() { PolicyArn = "a-name-that-is-no-ARN-at-all" });

        Assert.Equal(["iam:GetPolicy a-name-that-is-no-ARN-at-all"], needs.Lines());
    }

    private GetPolicyResponse Call(GetPolicyRequest request) => account.Read<GetPolicy, GetPolicyRequest, GetPolicyResponse>(request);
}
