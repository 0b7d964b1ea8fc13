using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class PutUserPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Writes_a_policy_and_writes_over_it()
    {
        account.AddUser("Alice");

        Call(new() { UserName = "ALICE", PolicyName = "read", PolicyDocument = Givens.Document });
        Call(new() { UserName = "Alice", PolicyName = "read", PolicyDocument = Givens.Document + " " });

        var policy = Assert.Single(account.Account.Users.Find("Alice")!.InlinePolicies);
        Assert.Equal(("read", Givens.Document + " "), (policy.Name, policy.Document));
    }

    [Fact]
    public void Refuses_a_document_that_may_not_be_saved()
    {
        account.AddUser("Alice");

        account.RefusesDocument("Syntax errors in policy.", () => Call(new() { UserName = "Alice", PolicyName = "read", PolicyDocument = "{" }));
    }

    [Fact]
    public void Refuses_more_than_a_user_may_hold()
    {
        account.AddUser("Alice");

        // PL-16
        account.RefusesMore(
            "Maximum policy size of 2048 bytes exceeded for user Alice",
            () => Call(new() { UserName = "alice", PolicyName = "read", PolicyDocument = Givens.Document.Replace("*", "arn:aws:s3:::" + new string('b', 2048), StringComparison.Ordinal) }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing(
            "The user with name Nobody cannot be found.",
            () => Call(new() { UserName = "Nobody", PolicyName = "read", PolicyDocument = Givens.Document }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");
        account.Put(account.Account.Users.Find("Alice")! with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<PutUserPolicy, PutUserPolicyRequest>(
            "iam:PutUserPolicy", new() { UserName = "alice", PolicyName = "read", PolicyDocument = Givens.Document });

        Assert.Equal(["iam:PutUserPolicy arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
    }

    private PutUserPolicyResponse Call(PutUserPolicyRequest request) =>
        account.Write<PutUserPolicy, PutUserPolicyRequest, PutUserPolicyResponse>(request);
}
