using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class DeleteUserPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_away_one_policy_only()
    {
        GivenUser();

        Call(new() { UserName = "Alice", PolicyName = "read" });

        Assert.Equal(["write"], account.Account.Users.Find("Alice")!.InlinePolicies.Select(policy => policy.Name));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        GivenUser();

        account.RefusesMissing("The user policy with name other cannot be found.", () => Call(new() { UserName = "Alice", PolicyName = "other" }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", PolicyName = "read" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");
        account.Put(account.Account.Users.Find("Alice")! with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<DeleteUserPolicy, DeleteUserPolicyRequest>(
            "iam:DeleteUserPolicy", new() { UserName = "alice", PolicyName = "read" });

        Assert.Equal(["iam:DeleteUserPolicy arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
    }

    private void GivenUser() =>
        account.Put(account.AddUser("Alice") with { InlinePolicies = [new("read", Givens.Document), new("write", Givens.Document)] });

    private DeleteUserPolicyResponse Call(DeleteUserPolicyRequest request) =>
        account.Write<DeleteUserPolicy, DeleteUserPolicyRequest, DeleteUserPolicyResponse>(request);
}
