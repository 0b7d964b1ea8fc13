using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class DeletePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_a_policy_with_its_one_version()
    {
        Call(new() { PolicyArn = account.AddPolicy("Read") });

        Assert.Empty(account.Reload().Policies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Refuses_one_that_somebody_has(bool attached)
    {
        var arn = account.AddPolicy("Read");
        var alice = account.AddUser("Alice");
        account.Put(attached ? alice with { AttachedPolicies = [arn] } : alice with { PermissionsBoundary = arn });

        account.RefusesDeletion("Cannot delete a policy attached to entities.", () => Call(new() { PolicyArn = arn }));
    }

    [Fact]
    public void Refuses_one_with_further_versions()
    {
        var arn = account.AddPolicy("Read");
        var policy = account.Account.Policies.Find("Read")!;
        account.Put(policy with { Versions = policy.Versions.Add(new(2, Givens.Document, account.Clock.GetUtcNow())), NextVersion = 3 });

        account.RefusesDeletion(
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
            () => Call(new() { PolicyArn = arn }));
    }

    [Fact]
    public void Refuses_those_of_AWS()
    {
        // PE-16
        account.Refuses<Wire.CommonException>(403, "AccessDenied", "Policy is outside your own account.", () => Call(new() { PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none was not found.", () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none" }));

    [Fact]
    public void Is_checked_on_the_policy()
    {
        var needs = account.Needs<DeletePolicy, DeletePolicyRequest>("iam:DeletePolicy", new() { PolicyArn = account.AddPolicy("Read") });

        Assert.Equal(["iam:DeletePolicy arn:aws:iam::111122223333:policy/Read"], needs.Lines());
        Assert.Equal("policy arn:aws:iam::111122223333:policy/Read", needs.Printed);
    }

    private DeletePolicyResponse Call(DeletePolicyRequest request) => account.Write<DeletePolicy, DeletePolicyRequest, DeletePolicyResponse>(request);
}
