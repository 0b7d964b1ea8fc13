using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class GetUserPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_document_as_it_was_sent_percent_encoded()
    {
        // PL-51
        account.Put(account.AddUser("Alice") with { InlinePolicies = [new("Read", "{ \"Id\": \"caf\u00e9*~'\" }")] });

        var answer = Call(new() { UserName = "alice", PolicyName = "read" });

        Assert.Equal(("Alice", "Read"), (answer.UserName, answer.PolicyName));
        Assert.Equal("%7B%20%22Id%22%3A%20%22caf%C3%A9%2A~%27%22%20%7D", answer.PolicyDocument);
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        account.AddUser("Alice");

        account.RefusesMissing("The user policy with name read cannot be found.", () => Call(new() { UserName = "Alice", PolicyName = "read" }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", PolicyName = "read" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<GetUserPolicy, GetUserPolicyRequest>("iam:GetUserPolicy", new() { UserName = "alice", PolicyName = "read" });

        Assert.Equal(["iam:GetUserPolicy arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
    }

    private GetUserPolicyResponse Call(GetUserPolicyRequest request) =>
        account.Read<GetUserPolicy, GetUserPolicyRequest, GetUserPolicyResponse>(request);
}
