using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class AttachUserPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Attaches_policies_of_AWS_and_of_the_account_once_each()
    {
        account.AddUser("Alice");
        var own = account.AddPolicy("own", "/team/");

        Call(new() { UserName = "Alice", PolicyArn = own });
        Call(new() { UserName = "Alice", PolicyArn = Givens.ReadOnly });
        Call(new() { UserName = "Alice", PolicyArn = own });

        Assert.Equal([own, Givens.ReadOnly], account.Account.Users.Find("Alice")!.AttachedPolicies);
        Assert.Equal(1, account.Account.Attachments.CountOf(own));
    }

    [Fact]
    public void Attaches_ten_and_no_more()
    {
        account.AddUser("Alice");
        for (var number = 0; number < 10; number++)
        {
            Call(new() { UserName = "Alice", PolicyArn = account.AddPolicy($"p{number}") });
        }

        account.RefusesMore("Cannot exceed quota for PoliciesPerUser: 10", () => Call(new() { UserName = "Alice", PolicyArn = Givens.ReadOnly }));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        account.AddUser("Alice");

        account.RefusesMissing(
            "Policy arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
            () => Call(new() { UserName = "Alice", PolicyArn = "arn:aws:iam::111122223333:policy/none" }));
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

        var needs = account.Needs<AttachUserPolicy, AttachUserPolicyRequest>(
            "iam:AttachUserPolicy", new() { UserName = "alice", PolicyArn = Givens.ReadOnly });

        Assert.Equal(["iam:AttachUserPolicy arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PolicyARN"));
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
    }

    private AttachUserPolicyResponse Call(AttachUserPolicyRequest request) =>
        account.Write<AttachUserPolicy, AttachUserPolicyRequest, AttachUserPolicyResponse>(request);
}
