using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class DetachUserPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Detaches_a_policy_once()
    {
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [Givens.ReadOnly] });

        Call(new() { UserName = "Alice", PolicyArn = Givens.ReadOnly });

        Assert.Empty(account.Account.Users.Find("Alice")!.AttachedPolicies);
        account.RefusesMissing($"Policy {Givens.ReadOnly} was not found.", () => Call(new() { UserName = "Alice", PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", PolicyArn = Givens.ReadOnly }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");
        account.Put(account.Account.Users.Find("Alice")! with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<DetachUserPolicy, DetachUserPolicyRequest>(
            "iam:DetachUserPolicy", new() { UserName = "alice", PolicyArn = Givens.ReadOnly });

        Assert.Equal(["iam:DetachUserPolicy arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PolicyARN"));
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
    }

    private DetachUserPolicyResponse Call(DetachUserPolicyRequest request) =>
        account.Write<DetachUserPolicy, DetachUserPolicyRequest, DetachUserPolicyResponse>(request);
}
